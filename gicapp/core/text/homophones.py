"""Set phrases with a character of the same sound in them, as pinyin input slips: 行政执发."""

from bisect import bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

# the 3,755 characters of level one of GB/T 2312—1980 stand in the order of their pinyin; the first
# character of each syllable, without tones
_LEVEL_ONE: Final = range(0xB0, 0xD8)
_SYLLABLE_HEADS: Final = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈"
    "篙哥给根耕工钩辜刮乖棺光瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡"
    "萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒"
    "腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘"
    "匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
# phrases of the form and of its work, of which no other words sound the same
_SET_PHRASES: Final = (
    "办结率，知情权，三审三校，上年结转，不予公开，不予处理，不断加强，不断完善，不断提升，不断提高，不足之处，专人负责，专职人员，专题培训，业务培训，业务工作，业务水平，业务能力，"
    "严格审核，严格执行，严格按照，严格落实，个人隐私，主动公开，主动回应，主动接受，主要问题，主要领导，义务教育，乡村振兴，予以公开，人事任免，人民政府，人民群众，依法依规，"
    "依法公开，依法答复，依法行政，便民服务，便民热线，保密制度，保密审查，信函申请，信息发布，信息安全，信息报送，信息更新，信息来源，先审后发，全面推进，公众参与，公众监督，"
    "公共服务，公共资源，公平公正，公开事项，公开内容，公开制度，公开力度，公开平台，公开情况，公开指南，公开渠道，公开目录，公开透明，公文属性，兼职人员，内容保障，内部事务，"
    "准确无误，减免情况，分管领导，切实保障，切实加强，办事指南，办事流程，办公地址，办理情况，办理结果，动态调整，医疗卫生，协调机制，协调配合，县长信箱，发展规划，咨询投诉，"
    "商业企业，商业秘密，国家秘密，国民经济，在线申请，在线访谈，安全生产，官方微信，官方微博，官方网站，定期清理，审批流程，审核审批，审核把关，客观真实，宣传力度，宣传报道，"
    "宣传教育，尚未审结，就业创业，局长信箱，工作人员，工作制度，工作动态，工作培训，工作安排，工作总结，工作报告，工作方案，工作机制，工作流程，工作要求，工作要点，"
    "工作计划，市场监管，市长信箱，平台建设，年度报告，应急管理，建议提案，归档管理，当面申请，形式主义，征地拆迁，征收补偿，意见建议，意见征集，扎实推进，执法案卷，投诉举报，"
    "招标投标，招考录用，持续加强，按时办结，按期答复，撤回申请，收取费用，收费情况，收费标准，改进情况，改进措施，政务公开，政务动态，政务微博，政务服务，政府网站，政府采购，"
    "政民互动，政策宣传，政策文件，政策法规，政策解读，敏感信息，数据统计，无法提供，日常监测，日常管理，日常维护，有关要求，有关规定，有待加强，有待完善，有待提升，有待提高，"
    "服务中心，服务大厅，服务窗口，机构改革，机构职能，机构设置，权力清单，权责清单，查阅场所，标准目录，栏目设置，沟通协调，法定期限，法律法规，法律顾问，法治政府，"
    "深入推进，源头管理，牵头部门，环境保护，现行有效，生态环境，电子邮件，电子邮箱，登记受理，监督保障，监督检查，监督管理，监督考核，相关要求，相关规定，真实准确，社会保障，"
    "社会公众，社会关注，社会救助，社会监督，社会评议，科研机构，积极参与，积极回应，积极开展，积极推进，稳步推进，突发事件，组织协调，组织实施，组织机构，组织领导，结果纠正，"
    "结果维持，结转下年，统筹推进，统计数据，统计期限，绩效考核，维护稳定，网络申请，群众关切，群众关注，考核体系，考核评估，职能部门，联系方式，联系电话，自查整改，"
    "自查自纠，营商环境，薄弱环节，行政处罚，行政复议，行政审批，行政强制，行政征收，行政执法，行政机关，行政权力，行政查询，行政确认，行政许可，行政诉讼，表述错误，"
    "规定期限，认真落实，认真贯彻，负面清单，财务信息，财政决算，财政资金，财政预算，责任清单，责任落实，责任追究，贯彻落实，运行维护，通讯地址，邮政编码，部分公开，重复申请，"
    "重大事项，重大决策，重大项目，重点工作，重点领域，长效机制，门户网站，队伍建设，阳光政府，领导小组，领导班子，食品药品，高度重视，二十大精神，依申请公开，信息化建设，"
    "信息处理费，公开出版物，存在的问题，微信公众号，政务新媒体，新媒体平台，新闻发布会，服务型政府，群众满意度，规范性文件，过程性信息，进一步加强，进一步完善，进一步提升，"
    "进一步提高，进一步规范，逾期不补正，人大代表建议，信息公开专栏，信息公开工作，信息公开指南，信息公开条例，信息公开申请，信息公开目录，信访举报投诉，党中央国务院，基层政务公开，"
    "微信公众平台，政务信息公开，政协委员提案，政府信息公开，标准化规范化，法律服务机构，社会公益组织，行政查询事项，行政规范性文件，需要报告的事项，"
    "习近平新时代中国特色社会主义思想"
)
_JOINING: Final = frozenset(
    "及即和与于在是有由以已一为将等的了不对都也其向经均共从到县区市局镇乡省年件条份次个各我只之至直所能会可应要就还又仍"
    "才更最未无每该此这那被把使让给同比按据因如若但而或且则既虽后前"
)
_FIRST_SOUND: Final = 0xE000  # signs for sounds, of the private use area: no text has them


class SoundAlike(NamedTuple):
    """What stands at a place of a text and sounds like a set phrase, and that phrase."""

    start: int
    end: int
    phrase: str


def sound_alikes(text: str) -> tuple[SoundAlike, ...]:
    """Return where a text has a set phrase with other characters of the same sound.

    The first character of the phrase is right: 发布与公开 is no 不予公开. No character instead of
    another joins words: 信息共开设专栏 is no 信息公开. Of two phrases in one place
    the longer is told.
    """
    heard = text.translate(_sounds())
    found: list[SoundAlike] = []
    for sound, phrase in _phrases():
        start = heard.find(sound)
        while start >= 0:
            end = start + len(phrase)
            others = {
                sign for sign, due in zip(text[start:end], phrase, strict=True) if sign != due
            }
            is_slip = others and text[start] == phrase[0] and not others & _JOINING
            if is_slip and all(end <= longer.start or longer.end <= start for longer in found):
                found.append(SoundAlike(start, end, phrase))
            start = heard.find(sound, end)
    return tuple(found)


@lru_cache(maxsize=1)
def _sounds() -> dict[int, str]:
    """Return the sign of its sound for each character of level one, by its code point."""
    heads = [head.encode("gb2312") for head in _SYLLABLE_HEADS]
    sounds: dict[int, str] = {}
    for row in _LEVEL_ONE:
        for cell in range(0xA1, 0xFF):
            code = bytes((row, cell))
            # the last row is not full
            character = code.decode("gb2312", errors="ignore")
            if character:
                sounds[ord(character)] = chr(_FIRST_SOUND + bisect_right(heads, code))
    return sounds


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    """Return the sound of each set phrase, and the phrase; the longest first."""
    phrases = sorted(_SET_PHRASES.split("，"), key=len, reverse=True)
    return tuple((phrase.translate(_sounds()), phrase) for phrase in phrases)
