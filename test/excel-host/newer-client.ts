/**
 * What Office.js of ExcelApi 1.18 adds for notes, built on the installed client's own machinery as its other classes
 * are: the npm package ends before it, Microsoft's address serves it.
 * Members from https://learn.microsoft.com/javascript/api/excel/excel.notecollection and …/excel.note.
 */
import type { StartedClient } from "../../src/excel-host/transports/native-bridge";

interface Machinery {
  readonly BatchApiHelper: {
    createPropertyObject(type: unknown, parent: object, name: string, many: boolean, flags: number): object;
    createMethodObject(
      type: unknown,
      parent: object,
      name: string,
      operation: number,
      args: readonly unknown[],
      many: boolean,
      gone: boolean,
      byId: null,
      flags: number,
    ): object;
    invokeMethod(
      on: object,
      name: string,
      operation: number,
      args: readonly unknown[],
      flags: number,
      result: number,
    ): object;
  };
  readonly Utility: {
    load(on: object, options: unknown): object;
    throwIfNotLoaded(name: string, value: unknown, type: string, isNull: unknown): void;
    fixObjectPathIfNecessary(on: object, value: object): void;
  };
  readonly ClientObject: new (...args: readonly unknown[]) => {
    readonly _isNull: boolean;
    _handleResult(value: unknown): void;
  };
}

/** Gives the client `worksheet.notes`, as far as the product and its tests ask. */
export const withNotes = ({ Excel, OfficeExtension }: StartedClient): void => {
  const { BatchApiHelper, Utility, ClientObject } = OfficeExtension as unknown as Machinery;

  class Note extends ClientObject {
    private values: Readonly<Record<string, unknown>> = {};
    get _className(): string {
      return "Note";
    }
    get _scalarPropertyNames(): readonly string[] {
      return ["authorName", "content"];
    }
    get _scalarPropertyOriginalNames(): readonly string[] {
      return ["AuthorName", "Content"];
    }
    private value(name: string, wire: string): unknown {
      Utility.throwIfNotLoaded(name, this.values[wire], "Note", this._isNull);
      return this.values[wire];
    }
    get authorName(): unknown {
      return this.value("authorName", "AuthorName");
    }
    get content(): unknown {
      return this.value("content", "Content");
    }
    getLocation(): object {
      return BatchApiHelper.createMethodObject(Excel.Range, this, "GetLocation", 1, [], false, true, null, 4);
    }
    load(options: unknown): object {
      return Utility.load(this, options);
    }
    override _handleResult(value: unknown): void {
      super._handleResult(value);
      if (typeof value !== "object" || value === null) return;
      Utility.fixObjectPathIfNecessary(this, value);
      this.values = { ...this.values, ...value };
    }
  }

  class NoteCollection extends ClientObject {
    get _className(): string {
      return "NoteCollection";
    }
    get _isCollection(): boolean {
      return true;
    }
    add(cell: unknown, content: string): object {
      return BatchApiHelper.createMethodObject(Note, this, "Add", 0, [cell, content], false, true, null, 0);
    }
    getCount(): object {
      return BatchApiHelper.invokeMethod(this, "GetCount", 1, [], 4, 0);
    }
    getItemAt(at: number): object {
      return BatchApiHelper.createMethodObject(Note, this, "GetItemAt", 1, [at], false, false, null, 4);
    }
  }

  Object.defineProperty(Excel.Worksheet.prototype, "notes", {
    configurable: true,
    get(this: object) {
      return BatchApiHelper.createPropertyObject(NoteCollection, this, "Notes", true, 4);
    },
  });
};

/** The typings end before it, too. */
export interface Noted {
  readonly notes: {
    add(cell: Excel.Range | string, content: string): OfficeExtension.ClientObject;
    getCount(): OfficeExtension.ClientResult<number>;
  };
}

export const hasNotes = (sheet: Excel.Worksheet): sheet is Excel.Worksheet & Noted => "notes" in sheet;
