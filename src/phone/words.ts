/** Words and signs around a number: those that speak of calling, and those that speak of something else. */

/** Phone words: anywhere near the number they raise it; directly before it they decide. */
export const CALL =
  '电话|電話|热线|熱線|客服|客户服务|服务号|致电|去电|来电|电询|拨打|拔打|播打|拨通|打给|打到|呼叫|专线|專線|咨询|諮詢|垂询|详询|询|联系|聯繫|聯係|' +
  '联络|手机|手機|座机|固话|传真|傳真|总机|總機|号码|號碼|举报|投诉|报警|报案|报修|挂失|转人工|人工|短信|短消息|发送|发到|发至|编辑|回复|报料|' +
  '订票|预订|预约|订购|移动|联通|电信|☎|☏|✆|📞|📱|📲|📠|(?<![a-z])(?:tel|phone|telephone|mobile|call|dial|dialing|fax|text|hotline|contact|' +
  'whatsapp|number|toll free)(?![a-su-z])'

/** One character directly before the number is enough: 打95588, 电13800138000. */
export const CALL_NEAR = '打|拨|拔|播|电|呼|询|咨|致|☎'

/** Directly behind the number. */
export const CALL_AFTER =
  '电话|热线|客服|打|来电|查|咨询|投诉|举报|报案|挂失|转人工|人工|号码|短信|专线|服务|接通|核实|联系|与客服|进行确认|转[\\d一二三四五六七八九零]|按\\d|' +
  '市民|呼叫|拨|提供的|发来|发的'

/** Nouns that announce an account, an order, a code, an identifier. */
export const OTHER_NOUN =
  'q|qq|q群|qq群|扣|扣扣|企鹅|群|群号|群号码|群聊|微号|微信|微信号|薇|威信|id|uid|编号|单号|订单|订单号|运单|运单号|快递单号|帐号|账号|账户|户名|卡号|' +
  '密码|口令|验证码|校验码|动态码|动态密码|兑换码|邀请码|激活码|取件码|提货码|识别码|渠道码|代码|编码|条码|尾号|后四位|末四位|邮编|邮政编码|isbn|issn|' +
  '备案|备案号|icp备|icp证|公网安备|许可证|执照|证号|身份证|信用代码|版本|股票|积分|战力|战斗力|分数|血量|经验|等级|点击|点击数|点击量|阅读|阅读量|浏览|浏览量|播放|播放量|访问量|' +
  '粉丝|跟贴|评论|参与|回帖|转发|点赞|用户|楼主|公会|部落|战队|家族|招人|区服|车牌|房号|房间号|学号|工号|货号|型号|批号|流水号|合同|发票号|部队|' +
  '航班|车次|门牌|邮箱|经度|纬度|北纬|东经|ip|no\\.|ver|rmb|usd|nb|sn|pid|port|端口|code|otp|verification code'

/** Verbs and adverbs in front of an amount. */
export const AMOUNT =
  '共|约|近|超|超过|达|达到|乘|剩|换|充|充值|首充|给|送|赚|花|要|卖|售价|价|价格|原价|现价|仅|只要|累计|新增|引入|确诊|后是|有|最小的|最多|总计|大约|' +
  '烧出了|高|跑|月入|年薪|奖金|收入|涨到|增至|降至|从|第|前'

/** The nouns that also speak against a whole mobile, landline or 400 number. */
export const OTHER_NOUN_FIRM =
  '单号|订单|订单号|订单编号|运单|运单号|快递单号|编号|流水号|卡号|帐号|账号|身份证|身份证号|信用代码|验证码|校验码|动态码|备案号|icp备|icp证|许可证|' +
  '公网安备|群号|群号码|取件码|isbn|密码|标识码|交易号|合同号|车架号|序列号|条码|编码|股票代码|serial|order|sn|uid'

/** Units and currencies behind an amount; look-aheads spare words that only begin alike (人工, 点击, 分机). */
export const UNIT =
  '元|圆|块|角|万|亿|千|百|人(?!工)|名|位|个|個|次|例|条|件|套|份|张|本(?!人|公司|行)|篇|年|月|日(?!常)|天|岁|分(?!机|行)|秒|小时|点(?!击)|米|平|' +
  '吨|克|斤|公里|里|度|倍|股|户|家|台|部(?!门)|辆|只|头|多|余|金币|宝石|元宝|钻|砖|体力|攻击|战|伤害|积分|经验|美元|日元|港币|日币|字|楼|栋|室|号楼|' +
  '路|线|码|rmb|usd|%|％|‰|℃|[kmgt]?b(?![a-z])|kg|km|cm|mm|ml|px|fps|ips|w(?![a-z])|k(?![a-z])'

export const MONEY = '元|圆|块钱|万|亿|美元|日元|人民币|rmb|人看过|%|％'

/** Provinces and the usual short forms: 上海12345, 江苏12331. */
export const REGION =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|' +
  '广西|西藏|宁夏|新疆|[省市区县]'

/** Kinds of organisation that have a line: 自来水公司 95598. */
export const ORGANISATION =
  '公司|银行|保险|信用社|中心|集团|平台|金融|钱包|快递|速运|物流|航空|协会|总局|分局|工商|铁路|医院|基金|证券|支付|商城|监会|[工农中建交招]行'
