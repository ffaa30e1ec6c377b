import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";

const pure = "Today, the clock and chance come in as arguments: take `today`, do not ask for it.";

export default tseslint.config(
  { ignores: ["build/", "dist/", "node_modules/", "coverage/", "src/**/*.d.ts"] },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "bench/**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are wanted; everything else in a template is still refused.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `void promise` says that nobody waits for it.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // tsc knows unused locals already and honours the leading underscore.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Code points are what is meant: a rare Chinese character is one of them.
      "@typescript-eslint/no-misused-spread": "off",
      "no-console": "error",
    },
  },
  {
    files: ["src/domain/**/*.ts", "src/book/**/*.ts", "src/workbook/plan/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: pure,
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: pure,
        },
      ],
    },
  },
  {
    files: ["src/workbook/office/**/*.ts", "src/taskpane/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/no-context-sync-in-loop": "warn",
      "office-addins/no-empty-load": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
      "no-restricted-globals": ["error", "alert", "confirm", "prompt", "eval"],
    },
  },
  {
    files: ["src/workbook/office/**/*.ts", "src/taskpane/**/*.{ts,tsx}"],
    ignores: ["src/workbook/office/excel-run.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Excel'][callee.property.name='run']",
          message: "One door to Excel: use inExcel of src/workbook/office/excel-run.ts.",
        },
        {
          selector:
            "CallExpression[callee.name=/^use(Layout|Insertion)?Effect$/] > ArrowFunctionExpression.arguments:first-child[expression=true]",
          message:
            "Braces: what an effect returns React calls as its clean-up; scrollIntoView gives a promise.",
        },
      ],
    },
  },
  {
    files: ["src/taskpane/**/*.tsx", "src/taskpane/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ["src/cli/**/*.ts", "src/excel-host/trial/**/*.ts"],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.{ts,tsx}", "bench/**/*.ts"],
    rules: {
      // A test may state what it knows of its own data.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unnecessary-condition": "off",
      "no-console": "off",
    },
  },
);
