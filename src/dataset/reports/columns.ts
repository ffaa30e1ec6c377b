/** Columns that several reports have. */
import type { Column } from "../../domain/report/report";

export const site: Column = { zh: "案场", en: "Site", kind: "text" };
export const phone: Column = { zh: "号码", en: "Phone", kind: "text" };
export const clientName: Column = { zh: "客户姓名", en: "Name", kind: "text" };
export const clientNumber: Column = { zh: "客户编号", en: "Client no.", kind: "text" };
export const consultant: Column = { zh: "置业顾问", en: "Consultant", kind: "text" };
export const grade: Column = { zh: "客户级别", en: "Grade", kind: "text" };
export const clients: Column = { zh: "客户数", en: "Clients", kind: "count" };
export const records: Column = { zh: "记录数", en: "Records", kind: "number" };
export const sourceFile: Column = { zh: "来源文件", en: "File", kind: "text" };
export const sourceSheet: Column = { zh: "来源表", en: "Sheet", kind: "text" };
export const sourceRow: Column = { zh: "来源行", en: "Row", kind: "number" };
