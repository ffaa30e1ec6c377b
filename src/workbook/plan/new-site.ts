/** What a new site's workbook is made from. */
export interface NewSite {
  readonly project: string;
  readonly place: string;
  /** Two capital letters (R1), or empty where nobody knows them yet: then they are filled in on 设置. */
  readonly region: string;
  /** "0379", or empty. */
  readonly areaCode: string;
  readonly consultants: readonly string[];
  /** R5: "000", "003", "002" or "自定". */
  readonly policy: string;
  /** Kept in the workbook for good, and unlike any other's. */
  readonly workbookId: string;
}
