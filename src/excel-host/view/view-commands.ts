/**
 * Commands of Univer that change what is seen, not what is in the workbook. All others are stopped:
 * the model is the workbook, and its own functions are the only way into it.
 */
const viewOnly: readonly RegExp[] = [
  /^sheet\.operation\./u,
  /^doc\./u,
  /^ui\./u,
  /^univer\.(?:operation|mutation)\./u,
  /^formula(?:-ui)?\./u,
  /^formula\.mutation\./u,
  /^sheet\.command\.(?:move-selection|expand-selection|select-all|scroll|set-scroll|set-zoom|change-zoom|reset-scroll|jump-over|set-cell-edit)/u,
  /^sheet\.command\.(?:set-activate-cell-edit|set-worksheet-activ)/u,
  /^sheet\.(?:command|mutation)\.(?:delta-(?:row|column)|set-worksheet-(?:col-width|row-height))/u,
  /^rich-text-editing|^editor|^shortcut/u,
];

export const isViewOnly = (id: string): boolean => viewOnly.some((pattern) => pattern.test(id));
