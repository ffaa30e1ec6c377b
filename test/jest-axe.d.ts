/** The part of jest-axe the tests use; the package brings no types. */
declare module "jest-axe" {
  export interface AxeResults {
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }
  export const axe: (element: Element) => Promise<AxeResults>;
}
