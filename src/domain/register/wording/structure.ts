/** R14: what a workbook has lost, and what repairing it will do. */
import { error, hint, warning, type Wording } from "./say";

export const structure = {
  sheetMissing: hint(
    "R14",
    ["没有“{name}”这张表", "要用就补建一张空表；不用可以不理"],
    ["There is no sheet “{name}”", "Add an empty one if you need it; otherwise leave it"],
  ),
  ledgerMissing: warning(
    "R14",
    [
      "隐藏的“{name}”表不见了，里面记着用过的最大编号和这本案场簿自己的编号",
      "请从备份恢复；没有备份的，补建一张空表，以后的编号从登记里现有的最大号往下接，删掉的最后几个号会再发一次",
    ],
    [
      "The hidden sheet “{name}” is gone; it held the highest numbers given and this workbook's own id",
      "Restore it from a backup; without one add it anew: numbers then go on from the highest still in the registers, and the last deleted ones are given again",
    ],
  ),
  tableIsRange: error(
    "R14",
    ["“{table}”的表格被转成了普通区域，新行不再有下拉列表和公式", "点“修复”，{range} 重新成为表格，内容不动"],
    [
      "The table “{table}” was converted to plain cells: new rows get no drop-downs or formulas",
      "“Repair” makes {range} a table again; contents stay",
    ],
  ),
  tableRenamed: error(
    "R14",
    ["“{table}”的表格被改名为“{name}”，公式和窗格都找不到它", "点“修复”改回原名"],
    ["The table of “{table}” was renamed “{name}”: nothing finds it", "“Repair” gives its name back"],
  ),
  columnRenamed: error(
    "R14",
    ["“{column}”这一列被改名为“{header}”", "点“修复”改回列名，内容不动"],
    ["The column “{column}” was renamed “{header}”", "“Repair” gives its name back; contents stay"],
  ),
  columnRenamedPerhaps: error(
    "R14",
    [
      "少了“{column}”这一列，原来的位置上是“{header}”",
      "如果只是改了名，选“改回列名”；如果是另加的列，选“补一列”",
    ],
    [
      "The column “{column}” is gone; “{header}” stands in its place",
      "If it was renamed, give its name back; if it is a column of your own, add the lost one",
    ],
  ),
  columnMoved: warning(
    "R14",
    ["“{column}”这一列换了位置", "点“修复”连同内容移回原位；您在别处自己写的、引用这一列的公式请移后核对"],
    [
      "The column “{column}” stands in another place",
      "“Repair” moves it back with its contents; look at formulas of your own elsewhere that refer to it",
    ],
  ),
  formulaOverwritten: error(
    "R14",
    ["公式被改成了手填的内容：{cells}", "点“修复”恢复公式；手填的内容已写在这里，需要请先记下"],
    ["Formulas were overwritten: {cells}", "“Repair” puts them back; what was typed is said here"],
  ),
  formulaErased: error(
    "R14",
    ["有 {count} 行的公式被删掉了（{rows}）", "点“修复”恢复公式"],
    ["{count} rows have lost their formula ({rows})", "“Repair” puts it back"],
  ),
  formulaChanged: error(
    "R14",
    ["这一列的公式和原来的不同，算出来的不是表上说的", "点“修复”换回原来的公式"],
    ["The formula of this column is not the form's", "“Repair” puts the form's own back"],
  ),
  validationGone: warning(
    "R14",
    ["这一列的下拉列表或填写检查没有了，填错了也不会提醒", "点“修复”恢复，已填内容不动"],
    ["The drop-down or check of this column is gone", "“Repair” puts it back; contents stay"],
  ),
  validationOther: hint(
    "R14",
    ["这一列的下拉列表或填写检查不是原来的", "如果不是有意改的，点“修复”换回"],
    ["The drop-down or check of this column is not the form's", "“Repair” puts the form's own back"],
  ),
  highlightsGone: warning(
    "R14",
    ["有 {count} 种自动变色没有了，逾期、重复等不再变红", "点“修复”恢复；您自己设的变色不动"],
    ["{count} of the colours that show lateness and doubles are gone", "“Repair” puts them back; yours stay"],
  ),
  rowsOutside: error(
    "R14",
    ["第 {from} 行到第 {to} 行写在表格外面，不参加统计，也没有公式", "点“修复”把这些行收进表格"],
    ["Rows {from} to {to} stand below the table and do not count", "“Repair” takes them in"],
  ),
  rowsOutsidePerhaps: hint(
    "R14",
    [
      "表格下面第 {from} 行到第 {to} 行还有内容",
      "如果是漏在外面的记录，点“修复”收进表格；如果是您的备注，不用理",
    ],
    ["Something stands below the table, rows {from} to {to}", "Take it in if these are records; leave notes"],
  ),
  titleMissing: warning(
    "R14",
    ["表头上面的标题没有了", "点“修复”补上"],
    ["The title above the headers is gone", "“Repair” puts it back"],
  ),
  nameMissing: error(
    "R14",
    ["工作簿里的名称“{name}”丢失或失效，用到它的公式和下拉列表都不灵", "点“修复”恢复"],
    ["The workbook's name “{name}” is lost or broken", "“Repair” puts it back"],
  ),
  nameElsewhere: error(
    "R14",
    ["工作簿里的名称“{name}”被指到了别处（{stands}），用到它的公式和下拉列表都跟着错", "点“修复”恢复"],
    [
      "The workbook's name “{name}” stands for something else ({stands}): formulas and drop-downs go wrong with it",
      "“Repair” puts it back",
    ],
  ),
  todayFixed: error(
    "R6",
    [
      "“今天”不再是公式：{cells}。日期就此停住，以后的逾期、今日和红色都不对",
      "点“修复”恢复 =TODAY()；今天只能由公式取得，不能填固定日期",
    ],
    [
      "今天 is no longer its formula: {cells}. The day stands still, and nothing grows late any more",
      "“Repair” puts =TODAY() back; a fixed day may not be filled in",
    ],
  ),
  paceOverwritten: error(
    "R5",
    [
      "“现行周期”的公式被改了：{cells}，到期日不再跟着跟进政策",
      "点“修复”恢复公式；要改天数，请改“跟进周期”表里的那一行",
    ],
    [
      "The formulas of 现行周期 were changed: {cells}. Due days no longer follow the policy",
      "“Repair” puts them back; to change the days, change the line of 跟进周期",
    ],
  ),
  homeOverwritten: error(
    "R14",
    ["首页的公式被改了：{cells}，这些数字不再更新", "点“修复”恢复公式；您写在别处的内容不动"],
    [
      "Formulas of 首页 were changed: {cells}. These figures no longer move",
      "“Repair” puts them back; what you wrote elsewhere stays",
    ],
  ),
  homeIncomplete: warning(
    "R14",
    ["首页挪动过，又少了 {count} 个公式", "点“修复”重做首页；改过的那一页另名留着"],
    [
      "首页 was rearranged and has lost {count} formulas",
      "“Repair” makes it anew; a changed one is kept beside it",
    ],
  ),
  settingLineGone: error(
    "R14",
    ["设置表里没有“{line}”这一行", "点“修复”补上，内容为默认值"],
    ["设置 has lost its line “{line}”", "“Repair” adds it with its default"],
  ),
  listMissing: error(
    "R14",
    ["字典表里没有“{list}”这一列选项", "点“修复”补上默认选项"],
    ["字典 has no column “{list}”", "“Repair” adds it with the default choices"],
  ),
  listRenamed: error(
    "R14",
    ["字典表里“{list}”一列的标题被改成了“{header}”", "点“修复”改回标题，选项不动"],
    ["The title of the list “{list}” was changed to “{header}”", "“Repair” gives it back; choices stay"],
  ),
  listOpen: error(
    "R14",
    [
      "字典表的“{list}”一列中间空着一格，或者少了“/”：下拉列表里会多出空行，Excel 也不再拦写错的字",
      "点“修复”把下面的选项上移、补上“/”；选项一个不少",
    ],
    [
      "The list “{list}” on 字典 has an empty cell between its choices, or has lost its “/”: drop-downs show a blank line and Excel lets anything through",
      "“Repair” moves the choices below up and puts “/” back; no choice is lost",
    ],
  ),
  olderVersion: warning(
    "R14",
    [
      "这是旧版的案场簿（版本 {version}，现为 {now}）",
      "请在 Excel 里打开它，在案场簿窗格点“升级”：只增不减，内容不丢；也可以先照旧使用",
    ],
    [
      "This workbook is of an older version ({version}; now {now})",
      "Open it in Excel and choose “Upgrade” in the pane: nothing is lost; it can be used as it is meanwhile",
    ],
  ),
} satisfies Record<string, Wording>;
