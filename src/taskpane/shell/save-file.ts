const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Hands bytes to the browser as a download. Some panes ignore that without a word: the page offers another way. */
export const saveFile = (bytes: Uint8Array | Blob, name: string): void => {
  const address = URL.createObjectURL(
    new Blob([bytes instanceof Blob ? bytes : new Uint8Array(bytes)], { type: kind }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};
