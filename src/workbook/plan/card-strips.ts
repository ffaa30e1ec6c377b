/** A card's lines, filled in, as strips of paper. */
import type { Look } from "../../book/book";
import type { AnswerBox, Box, Card, CardLine, LetterPiece, TickBox } from "../../domain/form/card";
import type { Field } from "../../domain/form/field";
import type { Form } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import { momentInWords } from "../../domain/register/card/card-answer";
import type { CardContact } from "../../domain/register/card/card-contacts";
import type { CardRecord } from "../../domain/register/card/card-records";
import type { Site } from "../../domain/register/site";
import { isNothing } from "../../domain/rules/nothing-to-say";
import { joined, type PaperLine, unitsOf, wrapped, wrappedTokens } from "./card-measure";
import { black, fontSizeOfCards, fullWidth, type Piece, roomIn, type Strip, strip } from "./card-page";
import { tickTokens } from "./card-ticks";

export interface Filling {
  readonly card: Card;
  readonly record: CardRecord;
  readonly site: Site;
  /** Where the page is short of room: then there are no lines for a pen, they are the first to go. */
  readonly tight?: ContactWidths;
  /** Points of what was said, where that keeps the card on one page; absent: the paper's own. */
  readonly letters?: number;
}

/** Columns. */
export type ContactWidths = readonly [day: number, talk: number, answer: number];
export const contactWidths: ContactWidths = [5, 13, 6];

const ruled: Look = { border: black };
const captionLook: Look = { ...ruled, horizontal: "center" };
const answerLook: Look = { ...ruled, horizontal: "left" };
const headingLook: Look = { ...ruled, horizontal: "left", bold: true, fill: "#EFEFEF" };
const topLook: Look = { ...ruled, horizontal: "left", vertical: "top" };
const openLook: Look = { horizontal: "left" };

const fieldIn = (form: Form, key: string): Field => {
  const field = form.fields[key];
  if (field === undefined) throw new RangeError(`${form.key} has no blank ${key}`);
  return field;
};

const piece = (left: number, width: number, text: string, look: Look): Piece => ({
  left,
  width,
  lines: wrapped(text, roomIn(width)),
  look,
});

const isMoney = (field: Field): boolean =>
  field.kind === "money" || (field.kind === "computed" && field.gives === "money");

/** With its unit, unless there is nothing to measure. */
const withUnit = (answer: string, unit: string): string =>
  unit === "" || isNothing(answer)
    ? answer
    : answer === ""
      ? `${" ".repeat(10)}${unit}`
      : `${answer} ${unit}`;

const answerText = ({ keys, unit, between }: AnswerBox, { card, record }: Filling): string => {
  const form = formOf(card.form);
  const said = keys
    .map((key) => {
      const answer = record.answers.get(key) ?? "";
      return answer !== "" && isMoney(fieldIn(form, key)) ? withUnit(answer, "元") : answer;
    })
    .filter((answer) => answer !== "");
  const [first, ...more] = said;
  if (first === undefined) return withUnit("", unit);
  // Nothing to say in both is said once.
  const spoken = said.every(isNothing)
    ? first
    : [first, ...more.filter((each) => !isNothing(each))].join(between);
  return withUnit(spoken, unit);
};

const captionOf = (box: Box, form: Form): string => {
  const [key = ""] = box.drawn === "answer" ? box.keys : [box.key];
  const caption = box.caption ?? fieldIn(form, key).caption;
  return box.drawn === "answer" ? caption : `${box.no}${caption}`;
};

const answerPiece = (box: AnswerBox, left: number, filling: Filling): Piece => {
  const whole = answerText(box, filling);
  // An amount says itself that it is yuan; better that than two lines.
  const room = roomIn(box.width);
  const text = unitsOf(whole) > room ? whole.replace(/(?<=\.\d\d) 元$/u, "") : whole;
  const look = unitsOf(text) <= room ? captionLook : answerLook;
  return piece(left, box.width, text, look);
};

const tickPiece = (box: TickBox, left: number, filling: Filling): Piece => {
  const { card, record, site } = filling;
  const tokens = tickTokens(box, fieldIn(formOf(card.form), box.key), record, site);
  return {
    left,
    width: box.width,
    lines: wrappedTokens(tokens, roomIn(box.width)),
    look: answerLook,
  };
};

const boxesStrip = (boxes: readonly Box[], filling: Filling): Strip => {
  const form = formOf(filling.card.form);
  const pieces: Piece[] = [];
  let left = 0;
  for (const box of boxes) {
    pieces.push(piece(left, box.label, captionOf(box, form), captionLook));
    left += box.label;
    pieces.push(box.drawn === "answer" ? answerPiece(box, left, filling) : tickPiece(box, left, filling));
    left += box.width;
  }
  if (left !== fullWidth) throw new RangeError(`${filling.card.title}: a line of ${left} columns`);
  return strip(pieces, filling.card.rowHeight, { splits: true });
};

const dayBlank = "____年__月__日";
const isDay = (field: Field): boolean =>
  field.kind === "day" || (field.kind === "computed" && field.gives === "day");

/** 客户编号：＿＿＿＿ */
const blankText = (field: Field, answer: string, caption: string): string =>
  `${caption}：${answer !== "" ? answer : isDay(field) ? dayBlank : "________"}`;

const openStrip = (line: Extract<CardLine, { kind: "open" }>, filling: Filling): Strip => {
  const { card, record } = filling;
  const form = formOf(card.form);
  let left = 0;
  const pieces = line.blanks.map(({ key, caption, width }) => {
    const field = fieldIn(form, key);
    const text = blankText(field, record.answers.get(key) ?? "", caption ?? field.caption);
    const made = piece(left, width, text, openLook);
    left += width;
    return made;
  });
  return strip(pieces, Math.max(20, card.rowHeight), { leads: true, close: card.rowHeight });
};

const written = (lines: readonly PaperLine[]): readonly PaperLine[] =>
  lines.length === 1 && lines[0]?.text === "" ? [] : lines;

/** A caption, and below it the text with room for more. */
const roomStrip = (
  caption: string,
  text: string,
  least: number,
  { letters = fontSizeOfCards }: Filling,
): Strip => {
  const room = Math.floor((roomIn(fullWidth) * fontSizeOfCards) / letters);
  const lines = [...wrapped(`${caption}：`, room), ...written(wrapped(text, room))];
  const look = letters === fontSizeOfCards ? topLook : { ...topLook, fontSize: letters };
  return strip([{ left: 0, width: fullWidth, lines, look }], 8 + (1 + least) * 17, {
    grows: 1,
    splits: true,
  });
};

const contactText = ({ at, method, consultant, notes, feedback }: CardContact): string => {
  const who = consultant === "" ? "" : `（${consultant}）`;
  const answer = feedback === "" ? "" : `　客户反馈：${feedback}`;
  return `${momentInWords(at)} ${method}${who}：${notes}${answer}`;
};

const contactStrips = (
  { which, captions, least }: Extract<CardLine, { kind: "contacts" }>,
  filling: Filling,
): readonly Strip[] => {
  const { record, card } = filling;
  const [caption = ""] = captions;
  if (which === "first")
    return [roomStrip(caption, record.contacts.slice(0, 1).map(contactText).join(""), least, filling)];
  if (which === "later")
    return [roomStrip(caption, record.contacts.slice(1).map(contactText).join("\n"), least, filling)];
  const row = (texts: readonly string[], look: Look): readonly Piece[] => {
    let left = 0;
    return (filling.tight ?? contactWidths).map((width, index): Piece => {
      const made = piece(
        left,
        width,
        texts[index] ?? "",
        index === 0 ? { ...look, horizontal: "center" } : look,
      );
      left += width;
      return made;
    });
  };
  const all = [...(record.visit === undefined ? [] : [record.visit]), ...record.contacts];
  const blank = filling.tight ? 0 : Math.max(0, least - all.length);
  return [
    strip(row(captions, { ...headingLook, horizontal: "center" }), Math.max(20, card.rowHeight), {
      leads: true,
      close: card.rowHeight,
    }),
    ...all.map((contact) =>
      strip(
        row(
          [
            momentInWords(contact.at).replace(" ", "\n"),
            [contact.method, contact.notes].filter((each) => each !== "").join("："),
            contact.feedback,
          ],
          answerLook,
        ),
        card.rowHeight,
        { splits: true, spills: true },
      ),
    ),
    ...Array.from({ length: blank }, () => strip(row([], answerLook), card.rowHeight * 2, { grows: 1 })),
  ];
};

/** Pushed to the right by full-width blanks: every font has them as wide as a character. */
const toTheRight = (text: string, columns: number): string =>
  `${"　".repeat(Math.max(0, Math.floor((roomIn(columns) - 3 - unitsOf(text)) / 2)))}${text}`;

const opinionStrip = (line: Extract<CardLine, { kind: "opinion" }>, filling: Filling): Strip => {
  const { record, card } = filling;
  const said = (key: string | undefined): string =>
    key === undefined ? "" : (record.answers.get(key) ?? "");
  const form = formOf(card.form);
  const opinion = said(line.key);
  const text =
    opinion !== "" && line.key !== undefined && isMoney(fieldIn(form, line.key))
      ? withUnit(opinion, "元")
      : opinion;
  const tail = toTheRight(
    `${line.signs}：${said(line.signer) || "__________"}　日期：${said(line.on) || dayBlank}`,
    fullWidth,
  );
  const lines = wrapped(`${line.caption}：${text}`, roomIn(fullWidth));
  return strip([{ left: 0, width: fullWidth, lines, look: topLook, tail }], 8 + (line.least + 1) * 17, {
    grows: 1,
    splits: true,
  });
};

const signatureStrip = (
  { places, closing }: Extract<CardLine, { kind: "signatures" }>,
  filling: Filling,
): Strip => {
  const { record, card } = filling;
  const said = (key: string | undefined): string =>
    key === undefined ? "" : (record.answers.get(key) ?? "");
  if (closing) {
    const text = places
      .map(({ caption, key, on }) => `${caption}：${said(key) || "____________"}　${said(on) || dayBlank}`)
      .join("　");
    return strip([piece(0, fullWidth, text, { horizontal: "right" })], 28);
  }
  const width = Math.floor(fullWidth / places.length);
  const line = "__________";
  const signs = places.map(({ caption, key }) => {
    const name = said(key);
    return name === "" ? `${caption}：` : `${caption}（${name}）：`;
  });
  // Where one has no room for it beside its caption, all have their line below.
  const beside = signs.every((sign) => unitsOf(sign) + line.length <= roomIn(width));
  const pieces = places.map(({ on }, index) => {
    const left = index * width;
    const whole = index === places.length - 1 ? fullWidth - left : width;
    const sign = `${signs[index] ?? ""}${beside ? "" : "\n"}${line}`;
    const dated = `日期：${said(on) || dayBlank}`;
    const text = places.length === 1 ? `${sign}　${dated}` : `${sign}\n${dated}`;
    return piece(left, whole, text, answerLook);
  });
  return strip(pieces, Math.max(30, card.rowHeight), { splits: true });
};

const letterText = (pieces: readonly LetterPiece[], { record, card, site }: Filling): string => {
  const form = formOf(card.form);
  return pieces
    .map((each) => {
      if (typeof each === "string") return each.replace("{项目}", projectOf(site));
      const answer = record.answers.get(each.key) ?? "";
      if (each.key === "buyerKind")
        return answer === "" ? "本人（公司）" : answer === "公司" ? "本公司" : answer;
      if (answer === "")
        return isDay(fieldIn(form, each.key)) ? dayBlank : "_".repeat(Math.max(4, each.least));
      return ` ${answer} `;
    })
    .join("");
};

export const projectOf = ({ project }: Site): string =>
  project === "" ? "_______项目" : project.endsWith("项目") ? project : `${project}项目`;

/** A line of a letter is a row of its own: spaced as letters are. */
const letterStrips = (line: Extract<CardLine, { kind: "letter" }>, filling: Filling): readonly Strip[] =>
  wrapped(`　　${letterText(line.pieces, filling)}`, roomIn(fullWidth)).map(({ text }) =>
    strip(
      [
        {
          left: 0,
          width: fullWidth,
          lines: [{ text: text.replace(/^ +/u, ""), ends: true }],
          look: openLook,
        },
      ],
      26,
    ),
  );

const stripsOfLine = (line: CardLine, filling: Filling): readonly Strip[] => {
  const { card, record } = filling;
  switch (line.kind) {
    case "boxes":
      return [boxesStrip(line.boxes, filling)];
    case "open":
      return [openStrip(line, filling)];
    case "heading":
      return [
        strip([piece(0, fullWidth, line.title, headingLook)], Math.max(20, card.rowHeight), {
          leads: true,
          close: card.rowHeight,
        }),
      ];
    case "room":
      return [
        roomStrip(
          line.caption ?? fieldIn(formOf(card.form), line.key).caption,
          record.answers.get(line.key) ?? "",
          line.least,
          filling,
        ),
      ];
    case "contacts":
      return contactStrips(line, filling);
    case "opinion":
      return [opinionStrip(line, filling)];
    case "signatures":
      return [signatureStrip(line, filling)];
    case "letter":
      return letterStrips(line, filling);
    case "saying":
      return [
        strip(
          [piece(0, fullWidth, line.text, { horizontal: "center", bold: true })],
          Math.max(26, card.rowHeight),
          { leads: true, close: card.rowHeight },
        ),
      ];
  }
};

export const titleLook: Look = { fontSize: 18, bold: true, horizontal: "center" };

const notesStrips = (filling: Filling): readonly Strip[] => {
  const { notes } = filling.card;
  if (notes.length === 0) return [];
  const text = notes.map((note, index) => `${index === 0 ? "备注：" : "　　　"}${index + 1}、${note}`);
  const lines = text.flatMap((each) => wrapped(each, Math.floor(roomIn(fullWidth) * 1.2)));
  return [
    strip(
      [{ left: 0, width: fullWidth, lines, look: { fontSize: 10, horizontal: "left", vertical: "top" } }],
      6 + lines.length * 13.5,
      { close: 2 + lines.length * 13.5 },
    ),
  ];
};

/** `copy`: for whom this one is, where the card goes out in several. */
export const cardStrips = (filling: Filling, copy: string | undefined): readonly Strip[] => {
  const { card, site } = filling;
  const title = `${card.named ? projectOf(site) : ""}${card.title}`;
  const mark =
    copy === undefined
      ? []
      : [strip([piece(0, fullWidth, copy, { horizontal: "right" })], 20, { leads: true })];
  return [
    strip([{ left: 0, width: fullWidth, lines: [{ text: title, ends: true }], look: titleLook }], 34, {
      leads: true,
      close: 26,
    }),
    ...mark,
    ...card.lines.flatMap((line) => stripsOfLine(line, filling)),
    ...notesStrips(filling),
  ];
};

/** On top of a card's second page and those after it. */
export const continuation = (filling: Filling): Strip => {
  const { card, record } = filling;
  return strip(
    [
      piece(
        0,
        fullWidth,
        `${card.title}（续）　${[record.id, record.name].filter((each) => each !== "").join("　")}`,
        { ...openLook, bold: true },
      ),
    ],
    24,
    { leads: true },
  );
};

/** At the foot of what was said, where more of it stands overleaf. */
export const goesOn = (talks: number, { card }: Filling): Strip =>
  strip([piece(0, fullWidth, `余下 ${talks} 次见续页`, captionLook)], card.rowHeight);

export const textOfPiece = ({ lines, tail, look }: Piece, height: number, lineRoom: number): string => {
  const text = joined(lines);
  if (tail === undefined) return text;
  const room = (lineRoom * (look.fontSize ?? fontSizeOfCards)) / fontSizeOfCards;
  const blank = Math.max(0, Math.floor((height - 4) / room) - lines.length - 1);
  return `${text}${"\n".repeat(blank + 1)}${tail}`;
};
