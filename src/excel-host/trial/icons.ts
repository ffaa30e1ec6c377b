const drawings = {
  open: "M4 26V8h8l3 3h11v4M4 26l5-11h20l-5 11z",
  save: "M6 4h16l4 4v20H6zM10 4v8h11V4M10 28V18h12v10",
  undo: "M10 8l-5 5 5 5M5 13h13a8 8 0 0 1 0 15h-5",
  redo: "M22 8l5 5-5 5M27 13H14a8 8 0 0 0 0 15h5",
  windows: "M4 10h17v15H4zM4 14h17M11 10V6h17v15h-7",
} as const;

/** A line drawing of 32 by 32 pixels in the colour of the text. */
export const icon = (name: keyof typeof drawings): SVGElement => {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [key, value] of Object.entries({
    viewBox: "0 0 32 32",
    width: "32",
    height: "32",
    fill: "none",
    stroke: "currentColor",
    "stroke-width": "1.6",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    "aria-hidden": "true",
  }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", drawings[name]);
  svg.append(path);
  return svg;
};
