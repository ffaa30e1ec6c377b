import type { ChartState } from "../model/charts";
import type { Model } from "../model/model";
import { chartPicture } from "../view/chart-picture";
import type { Grid } from "../view/grid";
import { element } from "./element";

export interface ChartLayer {
  /** Puts the charts of the sheet in front where their cells are now. */
  place(): void;
}

/** The free grid draws no charts: they lie over it as pictures, which nobody can take hold of. */
export const createChartLayer = (
  parent: HTMLElement,
  model: Model,
  grid: () => Grid | undefined,
): ChartLayer => {
  const layer = element("div", { class: "charts" });
  parent.append(layer);
  const pictures = new WeakMap<ChartState, HTMLImageElement>();
  /** Anything may have changed what is drawn. */
  let version = 0;

  const pictureOf = (chart: ChartState): HTMLImageElement => {
    const known = pictures.get(chart);
    if (known) return known;
    const made = element("img", {
      alt: chart.title.visible ? chart.title.text : chart.name,
      draggable: "false",
    });
    pictures.set(chart, made);
    return made;
  };

  const draw = (picture: HTMLImageElement, chart: ChartState, width: number, height: number): void => {
    const size = `${width} ${height} ${version}`;
    if (picture.dataset["size"] === size) return;
    picture.dataset["size"] = size;
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartPicture(chart, width, height))}`;
  };

  const place = (): void => {
    const front = model.workbook.sheets.find(({ name }) => name === model.selection().sheet);
    const shown = (front?.charts ?? []).flatMap((chart) => {
      const box = grid()?.areaBox(chart.area);
      if (!box || box.width <= 0 || box.height <= 0) return [];
      const picture = pictureOf(chart);
      draw(picture, chart, Math.round(box.width), Math.round(box.height));
      const hidden = {
        left: Math.max(0, box.seenFrom.left - box.left),
        top: Math.max(0, box.seenFrom.top - box.top),
      };
      picture.style.left = `${box.left}px`;
      picture.style.top = `${box.top}px`;
      picture.style.clipPath = `inset(${hidden.top}px 0 0 ${hidden.left}px)`;
      return [picture];
    });
    const same =
      shown.length === layer.children.length && shown.every((each, at) => layer.children[at] === each);
    if (!same) layer.replaceChildren(...shown);
  };

  model.subscribe((changes) => {
    if (changes.every(({ kind }) => kind === "selection")) return;
    version++;
    // The grid has drawn by then.
    requestAnimationFrame(() => requestAnimationFrame(place));
  });
  return { place };
};
