/** The pane on a workbook in memory, for its pictures: `?data=none|little|much&dark=1&language=en-US&opened=empty#/visit`. */
import { createRoot } from "react-dom/client";
import { App } from "../../../src/taskpane/app";
import { nearest, startWords } from "../../../src/taskpane/i18n/i18n";
import { inventClients } from "../invented-clients";
import { standIn } from "../stand-in";

const asked = new URLSearchParams(window.location.search);
const opened = asked.get("opened");
const book = standIn({
  dark: asked.get("dark") === "1",
  ...(opened === "empty" || opened === "other" || opened === "headOffices" ? { opened } : {}),
});
inventClients(book, { none: 0, little: 30, much: 400 }[asked.get("data") ?? "little"] ?? 0);
if (asked.get("spoilt") === "1") {
  const [a, b, c] = book.rows["visitors"] ?? [];
  if (a) a["mobile"] = "138 0379 123";
  if (b) b["visitDate"] = "2024-02-30";
  if (c) c["clientId"] = null;
  for (const row of book.rows["visitors"]?.slice(3, 9) ?? [])
    row["mobile"] = String(row["mobile"]).replaceAll(" ", "-");
}
const root = document.getElementById("anchang");
if (root)
  createRoot(root).render(
    <App services={book.services} words={startWords(nearest(asked.get("language") ?? ""))} />,
  );
