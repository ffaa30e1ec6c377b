/**
 * What old registers call the forms' blanks, beside the wordings (`also`) that the forms know for their own columns:
 * a workbook of ours does not take a user's 备用电话 for a renamed 联系电话, an old register's is one. Each stands once in
 * a form.
 */
import type { AdoptedForm } from "./old-cells";

/** By form and key, parted by blanks. */
export const oldWordings: Readonly<Record<AdoptedForm, Readonly<Record<string, string>>>> = {
  visitors: {
    clientId: "客户编码 登记编号",
    visitDate:
      "来访登记日期 到访时间 来访日 接待日期 接待时间 首访日期 首访时间 首次来访日期 首次到访日期 初访日期 年月日",
    consultant:
      "接待顾问 接待人员 接待置业顾问 接待销售 接待 销售 销售人员 销售代表 置业顾问姓名 业务顾问 跟进人 归属顾问 归属人 所属顾问 客户归属 置顾 置业顾问名 置业顾问名字 置业顾问名称 顾问姓名 顾问名称 销售顾问姓名 销售姓名 业务员姓名",
    name: "访客姓名 来访客户 来访人 来访人姓名 来客姓名 客户名 名字 称呼 客户称呼 访客 业主姓名 购房人",
    gender: "男/女 男女",
    age: "年龄段 大概年龄",
    maritalStatus: "婚姻情况 婚育状况 是否已婚",
    phone:
      "固话 固定电话号码 家庭电话 住宅电话 办公电话 单位电话 电话2 电话二 备用电话 第二电话 其他电话 电话号码 联系电话2 联系电话二",
    mobile:
      "手机1 手机一 电话1 电话一 移动 联系手机 联系电话1 联系电话一 手机/电话 电话/手机 联络方式 联络电话",
    residenceArea: "现居区域 居住片区 居住地区 来源区域 客户区域 所在区域 现居住区域 现居地",
    address: "现住址 现住地址 居住地址 家庭地址 详细地址 联系住址",
    familyStructure: "家庭构成 家庭成员 家庭状况",
    partySize: "到访人数 同行人数 来人数 人次",
    partyRelation: "同行关系 同行人关系 陪同人",
    channels:
      "来源渠道 获客渠道 客户来源 信息来源 媒体来源 媒体渠道 来访途径 认知媒体 获知途径 获取途径 途径 知悉途径 了解渠道 推广渠道 到访渠道",
    referrerId: "介绍人姓名 推荐人姓名 老客户姓名 转介人",
    concerns: "客户关注点 关注因素 关注问题 关注 咨询重点 主要关注",
    motive: "置业动机 购房目的 购买目的 购买用途 置业用途 用途 动机 目的",
    occupation: "行业 从事行业 工作 职业类别 客户类型 客户身份",
    propertyType: "产品类型 意向产品 需求物业 意向物业类型 需求类型 物业 意向业态 业态 产品需求 需求产品",
    areaBand: "面积需求 面积段 意向面积段 需求面积段 面积区间 意向平方",
    layout: "户型需求 需求户型 意向房型 几房 房型需求 户型结构",
    unitPriceBand: "心理单价 单价预算 可接受单价 意向价格 心理价位 价格预期 单价区间",
    totalPriceBand: "总价预算 预算 购房预算 可接受总价 心理总价 总预算 总价区间 价格区间",
    payment: "付款形式 付款意向 支付方式",
    recommendedUnits: "推介房源 推荐单位",
    preferredUnits: "意向楼栋 意向楼号 意向单位 看中房源 意向房源号 看房房号",
    notes:
      "备注说明 接待情况 接待内容 情况说明 客户情况 客户描述 沟通情况 沟通内容 沟通记录 谈话内容 来访情况 来访记录 需求描述 记录 说明 情况 洽谈内容及结果 具体情况 具体内容 内容",
    nextAppointment: "下次到访时间 预约看房时间 下次约见 预约来访 约访时间 下次预约时间",
    grade:
      "意向等级 意向级别 意向程度 客户意向 客户意向级别 意向度 客户评级 评级 客户分级 级别判定 客户类别等级",
  },
  calls: {
    clientId: "客户编码 客户号",
    calledAt:
      "来电日 来电登记时间 接听时间 接听日期 日期时间 日期/时间 来电日期及时间 呼入时间 通话时间 通话开始时间 呼叫时间 拨打时间",
    name: "来电人 来电客户 来电人姓名 来电客户姓名 姓氏 客户称呼 称呼 客户名称 客户名",
    mobile: "来电号码 来电电话 客户电话 联系方式 电话号码 手机/电话 联系手机 主叫 主叫号码 呼入号码 客户号码",
    otherContact: "固话 座机 微信号 QQ 邮箱 固定电话 备用电话 其它联系方式 联系电话2",
    channels: "来源 来源渠道 客户来源 认知渠道 来电渠道 信息来源 获知途径 媒体渠道 途径 来电途径",
    advertisement: "广告媒体 投放媒体 媒体及主题 广告",
    residenceArea: "居住地 现居住地 来源区域 客户区域 现居区域 居住片区",
    propertyType: "产品类型 意向产品 需求类型 意向物业 需求物业",
    layout: "意向户型 需求户型 意向房型 户型需求 房型需求",
    areaBand: "意向面积 面积段 面积需求 面积区间 需求面积段",
    motive: "置业目的 购房目的 置业动机 用途 购房动机 购买用途",
    acceptablePrice: "意向价格 接受价位 心理价位 可接受价格 意向单价 价格预期 心理单价",
    notes:
      "咨询重点 询问内容 来电内容 通话内容 沟通内容 内容 记录 情况 通话记录 通话情况 沟通记录 接听内容 接听记录 接听情况 谈话内容 具体情况 具体内容 来电情况 沟通情况 备注说明 情况说明 洽谈记录 洽谈情况 说明 咨询问题 通话小结 咨询要点",
    consultant:
      "接听顾问 接线员 接线人 坐席 坐席姓名 座席 座席姓名 客服 客服姓名 接电人 接听人员 接电顾问 接听置业顾问 置业顾问姓名 置业顾问名 置业顾问名称 顾问姓名 销售姓名 业务员姓名 销售 销售员 销售人员 销售代表 顾问 跟进人 归属顾问 归属人",
  },
  followUps: {
    contactedAt: "跟进时间 跟踪时间 回访时间 联系日期 联系时间 追踪日期 沟通日期 沟通时间 本次跟进日期",
    clientId: "客户编码 客户号",
    name: "客户 客户名称 客户名 名字 称呼",
    grade: "客户级别 意向等级 意向级别 意向程度 客户意向",
    method: "跟踪方式 联系方法 沟通方式 追踪方式 联系途径 跟进形式",
    notes:
      "跟进情况 跟进记录 跟踪记录 回访情况 回访记录 追踪情况 沟通内容 沟通情况 沟通记录 联系情况 备注 洽谈内容 洽谈情况 跟踪结果 跟进结果 回访结果 情况 内容 记录 跟进详情",
    feedback: "反馈 客户意见 客户反映",
    interests: "利益点",
    strategy: "策略 应对策略 对策 解决办法 跟进策略",
    newGrade: "调整后级别 新等级 调整等级",
    nextAt: "下次跟进时间 下次回访日期 下次回访时间 下次联系日期 下次联系时间 下次跟踪日期 下次跟踪时间",
    nextReason: "下次跟进内容 下次事由",
    consultant: "顾问 销售 销售员 销售人员 销售顾问 跟踪人 回访人 跟进顾问 销售代表 归属顾问 归属人 所属顾问",
  },
  units: {
    unitNo:
      "房源号 房间号 房间 室号 房间编号 房屋编号 房屋号 房号编码 门牌号 门号 户室号 房源名称 房屋坐落 铺号 商铺号 商铺编号 车位号 车位编号",
    building:
      "楼号 栋号 幢号 座号 楼座 楼幢 幢 座 号楼 楼栋号 楼宇 楼宇号 幢座 栋座 楼栋名称 幢名 楼栋幢号 楼栋/幢",
    section: "单元号 单元名称 单元名",
    floor: "层数 层号 所在层 所在楼层 楼层号 层次 名义层 楼层数",
    door: "户序 户别",
    unitCategory: "房屋类型 房屋用途 用途 业态 房屋性质 规划用途",
    propertyType: "物业形态 建筑类型 产品类型 楼型",
    layout: "房屋户型 户型结构 户型名称",
    floorArea:
      "建面 预测面积 预测建筑面积 预售面积 销售面积 房屋面积 实测面积 实测建筑面积 产权面积 总面积 房屋建筑面积 建筑总面积",
    unitPrice:
      "表单价 标准单价 销售单价 建筑面积单价 建面单价 毛坯单价 面价 挂牌单价 列表单价 原单价 面积单价 房屋单价 计价单价 建筑单价 建筑面积销售单价",
    totalPrice:
      "表总价 标准总价 销售总价 总售价 房屋总价 总房款 挂牌总价 房款 总价款 原总价 房屋总价款 列表总价",
    status:
      "销控状态 房源状态 房屋状态 销控 销售情况 销售状况 销控情况 当前状态 售卖状态 是否已售 是否售出 是否销售 销控说明",
    name: "业主 业主姓名 购房人 买受人 认购人 认购客户 签约客户 购房客户 成交客户 客户名 权利人 产权人 购房者",
    updatedOn: "更新时间",
  },
  deals: {
    consultant: "销售顾问 顾问 销售 销售员 销售人员 成交顾问 成交置业顾问 业绩归属 销售代表 归属顾问 归属人",
    queuedOn: "排号时间 排卡日期 办卡日期 认筹日期 认筹时间",
    subscribedOn:
      "认购时间 成交日期 成交时间 定房日期 下定日期 认购签订日期 大定日期 购买日期 订房日期 认购日",
    signedOn: "签约时间 签订日期 合同签订日期 网签日期 合同日期 草签日期",
    name: "业主姓名 业主 购房人 购房人姓名 买受人 买受人姓名 客户 客户名称 权利人",
    birthday: "出生年月日",
    phone: "手机号 手机号码 联系方式 电话号码 客户电话 业主电话 移动电话 联系手机",
    address: "通讯地址 家庭住址 住址 现住址 现住地址 身份证地址 家庭地址",
    householdSize: "家庭人数 人口",
    occupation: "行业 工作 从事行业",
    residenceArea: "居住区域 区域 居住地 来源区域 现居住地",
    purpose: "购买动机 置业目的 购房用途 用途 置业动机 购买用途",
    payment: "付款 支付方式 付款形式",
    purchaseOrdinal: "置业次数",
    unitNo: "房源号 房间号 房间 单元号 成交房号 认购房号 成交房源 物业编号 楼栋房号 购买房号",
    location: "坐落 位置 楼栋 楼栋单元",
    unitCategory: "房屋类型 房屋用途 业态",
    floorArea: "建面 合同面积 成交面积 预测面积 房屋面积 预测建筑面积 销售面积",
    layout: "房屋户型 成交户型",
    unitPrice: "折后单价 合同单价 实际单价 优惠后单价 销售单价 签约单价 认购单价",
    totalPrice:
      "成交金额 折后总价 合同总价 合同金额 实际总价 房款总额 优惠后总价 总金额 签约总价 认购总价 成交总额 签约金额 认购金额",
    channels: "成交渠道 来源渠道 客户来源 渠道 来源 认知渠道 获知渠道 得知途径 途径",
  },
  grades: {
    date: "登记日期 登记时间 首访日期 首访时间 首次来访日期 首次来访时间 首次接触时间 来访日期 来访时间 接触日期 分配日期 分配时间",
    clientId: "客户编码 客户号",
    name: "客户 客户名称 客户名 名字 称呼",
    grade: "现级别 当前级别 当前等级 目前级别 目前等级 意向等级 意向级别 意向程度 客户意向",
    consultant:
      "顾问 销售 销售员 销售人员 销售顾问 销售代表 现置业顾问 现顾问 跟进人 归属顾问 归属人 所属顾问 置业顾问姓名 顾问姓名",
    formerConsultant: "原顾问 原业务员 原销售 前置业顾问 前顾问 原跟进人 原归属顾问 上任置业顾问",
    remarks: "备注说明 情况说明 说明 情况 客户情况 跟进情况 跟踪情况",
  },
};

/** Captions that mean many things: the blank's where no other column is, and told as a guess unless the cells bear it out. */
export const weakWordings: Readonly<Record<AdoptedForm, Readonly<Record<string, string>>>> = {
  visitors: {
    visitDate: "登记日期 登记时间 时间",
    consultant: "登记人 经办人",
    grade: "类别 意向",
  },
  calls: { calledAt: "登记日期 登记时间", consultant: "登记人 经办人" },
  followUps: { contactedAt: "时间", consultant: "经办人", grade: "类别" },
  units: {
    unitPrice: "表价 均价 备案单价 公示单价 备案价",
    totalPrice: "备案总价 公示总价",
  },
  deals: { subscribedOn: "日期", consultant: "经办人" },
  grades: { consultant: "登记人 经办人", grade: "类别 意向" },
};
