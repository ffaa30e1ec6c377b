/** The command line: what the pane does, for files. One file a command. */
import { Command, Option } from "commander";
import { adoptCommand } from "./adopt";
import { checkCommand } from "./check";
import type { ContactsOptions } from "./contacts";
import { describeCommand } from "./describe";
import { dueCommand } from "./due";
import { letters } from "./letters";
import { mergeCommand } from "./merge";
import type { LoadOptions } from "./load";
import { newCommand } from "./new";
import { exitCodes, Unusable } from "./outcome";
import { printCommand } from "./print";
import { reasonOf } from "./reason";
import { repairCommand } from "./repair";
import { reportCommand } from "./report";
import { usageWords } from "./usage-words";

const json = new Option("--json", "输出 JSON (print JSON)");
const engine = (about: string): Option =>
  new Option("--engine <引擎>", `duckdb、postgres 或 citus；${about} (which engine)`);
const url = new Option(
  "--url <地址>",
  "数据库：postgres://用户:密码@主机:5432/库名；不写就看环境变量 ANCHANG_DATABASE_URL (the database)",
);
const today = new Option("--today <日期>", "按这一天算，默认今天 (YYYY-MM-DD)");

const program = new Command("anchang")
  .description("案场簿：登记、跟踪、成交的工作簿 (sales-office workbooks)")
  .version("0.1.0", "-V, --version", "版本 (version)")
  .helpOption("-h, --help", "帮助 (help)")
  .helpCommand(false)
  .showHelpAfterError("（--help 看用法；run with --help for usage）")
  .configureOutput({ outputError: (text, write) => write(usageWords(text)) })
  .exitOverride();

program
  .command("new")
  .description("新建一本案场簿 (make a new workbook)")
  .argument("<文件>", "要建的 .xlsx")
  .requiredOption("--project <名称>", "项目名称")
  .requiredOption("--place <地点>", "案场所在地，如 洛阳")
  .requiredOption("--consultants <名单>", "置业顾问，用逗号隔开")
  .option("--sample", "填入三十位虚构的示例客户 (fill in invented sample clients)")
  .option("--force", "文件已存在时覆盖 (overwrite)")
  .addOption(today)
  .action(newCommand);

program
  .command("check")
  .description("校验：哪里不对、为什么、怎么办 (check workbooks)")
  .argument("<文件...>", "案场簿")
  .addOption(json)
  .addOption(today)
  .action(checkCommand);

program
  .command("repair")
  .description("修复：列、公式、下拉列表等表格结构恢复原样，旧版升级 (repair structure, upgrade)")
  .argument("<文件>", "案场簿")
  .option("--out <文件>", "修好的另存为；不写就改原文件，原来的存在旁边")
  .option("--force", "--out 的文件已存在时覆盖 (overwrite)")
  .option("--dry-run", "只试算，不写文件 (write nothing)")
  .option("--accept-loss", "写不回去的东西（如图片、批注）不要紧，照样修 (write even so)")
  .addOption(json)
  .addOption(today)
  .action(repairCommand);

program
  .command("due")
  .description("该跟进谁，最急的在前 (who is to be called)")
  .argument("<文件>", "案场簿")
  .option("--consultant <姓名>", "只看这位置业顾问的客户")
  .option("--at [时刻]", "这个时刻能打的在前，不写时刻就是现在 (HH:MM; who can be called then first)")
  .addOption(json)
  .addOption(today)
  .action(dueCommand);

program
  .command("adopt")
  .description("收编旧登记表，每一行都有交代 (take in old registers)")
  .argument("<旧表>", "旧登记 .xlsx 或 .csv")
  .requiredOption("--into <案场簿>", "并入哪一本案场簿")
  .option("--form <表>", "当作哪种登记：visitors、calls、followUps、units、deals、grades；不写就自己认")
  .option("--sheet <名>", "只收这张工作表")
  .option("--mapping <文件>", "列的对应 .json：有就照它，没有就写一份")
  .option("--own <keep|leave>", "对不上的列：keep 留成自有列（默认），leave 不收")
  .option("--consultant <姓名>", "没写置业顾问的行归给谁")
  .option("--year <年份>", "没写年份的日期算哪一年")
  .option("--errors <文件>", "没有收进的行连同原因写到这个 .xlsx")
  .option("--dry-run", "只试算，不改案场簿 (write nothing)")
  .addOption(json)
  .addOption(today)
  .action(adoptCommand);

program
  .command("merge")
  .description("汇总：许多案场的工作簿合成一本总部汇总簿 (merge sites' workbooks)")
  .argument("<文件或文件夹...>", "案场簿；文件夹里的 .xlsx 都算，连同里面的文件夹")
  .option("--out <文件>", "总部汇总簿 .xlsx；已有的会更新，没变的文件不再读")
  .option("--dataset <文件夹>", "不写汇总簿，写数据集：行数不限，供 report 查询 (a Parquet data set)")
  .option("--contacts", "数据集里另存号码原文，加密，没有密钥打不开 (keep the numbers, encrypted)")
  .option("--mask", "电话、身份证号遮住中间 (mask numbers)")
  .option("--key-file <文件>", "密钥文件：遮号后仍能找出同一电话；密钥不会写进任何文件 (key of the hash)")
  .option("--fresh", "不看上次的结果，全部重新读 (read everything anew)")
  .option("--drop-missing", "这次没有给出文件的案场，从汇总里去掉；不写就沿用上次的 (drop absent sites)")
  .addOption(json)
  .addOption(today)
  .action(mergeCommand);

program
  .command("letters")
  .description("看编号的字母：一名一行 (letters of client numbers)")
  .argument("<地点>", "案场所在地")
  .argument("<姓名...>", "客户姓名")
  .action((place: string, names: string[]) => {
    process.stdout.write(`${letters(place, names).join("\n")}\n`);
  });

program
  .command("print")
  .description("打印卡片、清单或销控表 (print cards, lists, the board)")
  .argument(
    "<卡>",
    "来访登记、回访跟踪、成交报告、未成交分析、户型结构变更、特惠申请、退房申请、更名申请、调房申请、来电登记、跟踪记录、等级跟踪、销控表",
  )
  .argument("<文件>", "案场簿")
  .requiredOption("--out <文件>", "印成 .xlsx；有 LibreOffice 时也可印成 .pdf")
  .option("--client <LY-ZS001...>", "只印这些客户")
  .option("--application <SQ-20261122-01...>", "只印这些申请")
  .option("--consultant <姓名>", "只印这位置业顾问的")
  .option("--building <楼栋>", "销控表只印这一栋")
  .option("--from <日期>", "从这一天起 (YYYY-MM-DD)")
  .option("--to <日期>", "到这一天止 (YYYY-MM-DD)")
  .option("--mask", "电话、身份证号遮住中间 (mask numbers)")
  .option("--no-mask", "不遮号码；都不写时按“设置”里的“打印遮号”")
  .option("--empty", "空白表 (the empty form)")
  .option("--copies <份数>", "每张印几份，默认 1")
  .option("--force", "文件已存在时覆盖 (overwrite)")
  .addOption(today)
  .action(printCommand);

program
  .command("report")
  .description("报表：数字、图和只说数字的话 (reports: figures, charts, sentences)")
  .argument(
    "<报表>",
    "日报、成交客户分析、客户来源分析、未成交原因分析、销售漏斗、置业顾问业绩、逾期跟进清单、周报回款对销售、老带新，或 all；用 --dataset 时：latest 每人最近一条、shared 跨案场客户、funnel 各案场漏斗、overdue 逾期按置业顾问与天数、deals 成交：年龄段×户型×楼栋、channels 渠道帕累托、referrals 转介绍，或 all",
  )
  .argument("[文件]", "案场簿；用 --dataset 或 --engine 时不写")
  .option("--dataset <文件夹>", "总部的数据集，merge --dataset 建的 (head office's data set)")
  .addOption(engine("不写就用内置的 duckdb，直接读 --dataset 的文件夹"))
  .addOption(url)
  .option("--from <日期>", "从这一天起 (YYYY-MM-DD)")
  .option("--to <日期>", "到这一天止，默认今天 (YYYY-MM-DD)")
  .option("--out <文件>", "写成 .xlsx，一种报表一张表；有 LibreOffice 时也可写成 .pdf；不写就印在屏幕上")
  .option("--force", "文件已存在时覆盖 (overwrite)")
  .addOption(json)
  .addOption(today)
  .action(reportCommand);

program
  .command("load")
  .description("把数据集装入 PostgreSQL 或 Citus，一本工作簿一次提交；再装一次不会重 (load the data set)")
  .requiredOption("--dataset <文件夹>", "总部的数据集，merge --dataset 建的 (head office's data set)")
  .addOption(engine("不写就是 postgres"))
  .option(
    "--drop-missing",
    "库里以这个数据集为准：数据集里没有的案场去掉，库里更新的也换掉 (the database becomes the data set)",
  )
  .addOption(url)
  .addOption(json)
  .action(async (options: LoadOptions) => (await import("./load")).loadCommand(options));

program
  .command("contacts")
  .description("用密钥打开 merge --contacts 另存的号码原文 (open the numbers kept apart)")
  .requiredOption("--dataset <文件夹>", "总部的数据集 (head office's data set)")
  .option("--key-file <文件>", "密钥文件；不写就是数据集旁边的 .key (the key)")
  .option("--site <site...>", "只要这些案场")
  .option("--client <LY-ZS001...>", "只要这些客户")
  .option("--out <文件>", "写成 .xlsx；不写就印在屏幕上")
  .option("--force", "文件已存在时覆盖 (overwrite)")
  .addOption(json)
  .action(async (options: ContactsOptions) => (await import("./contacts")).contactsCommand(options));

program
  .command("describe")
  .description("打印一张表的填表说明 (a form's page of the handbook)")
  .argument("[表]", "visitors、calls、grades、followUps、deals、events，或表名")
  .option("--all", "所有的表，各写一页 (every form, a page each)")
  .option("--out <文件夹>", "与 --all 同用：写到这个文件夹")
  .action(describeCommand);

/**
 * `anchang check … 2>&1 | head`: who has read enough closes the pipe; the work goes on, and its exit code tells how it
 * ended.
 */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code !== "EPIPE") throw cause;
  });

const main = async (): Promise<void> => {
  try {
    await program.parseAsync();
  } catch (cause) {
    // Commander has said its own; help and version are no failures.
    if (cause instanceof Error && cause.name === "CommanderError") {
      process.exitCode = "exitCode" in cause && cause.exitCode === 0 ? exitCodes.fine : exitCodes.unusable;
      return;
    }
    const reason = cause instanceof Unusable ? cause.message : reasonOf(cause);
    if (reason === undefined) throw cause;
    process.stderr.write(`${reason}\n`);
    if (process.argv.includes("--json"))
      process.stdout.write(`${JSON.stringify({ error: reason }, null, 2)}\n`);
    process.exitCode = exitCodes.unusable;
  }
};

void main();
