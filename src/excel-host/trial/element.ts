type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and contents; `false` and `undefined` leave an attribute out. */
export const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : value);
  made.append(...contents);
  return made;
};

export const button = (
  label: string,
  pressed: () => void,
  attributes: Attributes = {},
  ...contents: readonly (Node | string)[]
): HTMLButtonElement => {
  const made = element(
    "button",
    { type: "button", ...attributes },
    ...(contents.length > 0 ? contents : [label]),
  );
  if (contents.length > 0) made.setAttribute("aria-label", label);
  made.addEventListener("click", pressed);
  return made;
};
