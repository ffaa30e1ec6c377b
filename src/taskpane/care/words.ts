/** The words of 意向评分 and 客户档案, wherever they are filled in. */
export const zh = {
  score: "意向评分",
  scoreOf: "{{score}} 分，建议 {{grade}}",
  scoreOpen: "还有 {{open}} 分未知",
  managerGrade: "现为 {{grade}} 级，定级由经理决定",
  nextSignals: "先做：{{signals}}",
  lastScore: "上次 {{day}}：{{score}} 分",
  hot: "三天内回访，热",
  warm: "七天内回访，温",
  cold: "一个月没有回访，冷",
  save: "保存",
  scored: "已给 {{name}} 评 {{score}} 分",
  profile: "客户档案",
  profiled: "已更新 {{name}} 的档案",
  refusedConsent: "客户说过不愿接收信息：不再联系，也不能改回。",
};

export const en: Record<keyof typeof zh, string> = {
  score: "Intent score",
  scoreOf: "{{score}} points: suggests {{grade}}",
  scoreOpen: "{{open}} points not known yet",
  managerGrade: "Now {{grade}}; the manager decides the grade",
  nextSignals: "Work on: {{signals}}",
  lastScore: "Last {{day}}: {{score}} points",
  hot: "Back within three days: hot",
  warm: "Back within seven days: warm",
  cold: "Not back for a month: cold",
  save: "Save",
  scored: "{{name}} scored {{score}} points",
  profile: "Profile",
  profiled: "{{name}}'s profile updated",
  refusedConsent: "They have said no to being contacted: do not, and it cannot be taken back.",
};
