"""The words between a part, its whole and its share."""

import re

HEDGE = r"(?:(?:just |well )?(?:about|around|roughly|some|nearly|almost|approximately|over|under|more than|less than)\s|a share of |a |only |just )*"
OF_WHOLE = re.compile(
    r"(?:^|\b)(?:out )?of (?:(?:the|its|their|his|her|our|all|some|about|around|nearly|roughly|a total of|those|these|[a-z]+['’]s)\s)*$",
    re.IGNORECASE,
)
SHARE_OF = re.compile(
    r"^\s?of (?:(?:the|its|their|his|her|our|all|some|about|around|nearly|roughly|a total of|those|these|[a-z]+['’]s)\s)*$",
    re.IGNORECASE,
)
# From a part to its share, and from a share to its part.
TO_SHARE = re.compile(
    rf"^[^.;。；()]{{0,70}}?(?:\s?[(（]\s?|, (?:or|that is|i\.e\.|which is|accounting for|making up|representing|equal to|equivalent to) |, | or )(?:or )?{HEDGE}$"
    r"|^[^。；;]{0,30}?[，,(（、]?[^。；;，,]{0,8}(?:占|占比|比例|比重|份额|即|刚好占|正好占|约合|正好)[^。；;，,0-9]{0,10}$|^[^。；;，,()（）]{0,8}[(（](?:约|近)?$|^，正好$|^[^。；;，,]{0,12}[，,][^。；;，,0-9]{0,5}(?:率|占比)(?:为|达|约)?$|^, (?:a|an) (?:[a-z]+ )?(?:rate|turnout|share|response rate) of $"
)
RATE = re.compile(
    r"(?:出席|到场|出勤|到课|完赛|参与|参会|回收|合格|及格|投票|中签|成功|通过|回复|响应|完成)率|\b(?:turnout|(?:response|attendance|pass|success|completion|participation|unemployment) rate|rate of)\b"
)
TO_PART = re.compile(
    rf"^[^.;。；]{{0,60}}?(?:, (?:or|that is|i\.e\.|which is|equal to|equivalent to|amounting to) |\s?[(（—–]\s?|, )(?:or )?{HEDGE}$|^[^。；;，,]{{0,10}}[，,]?(?:即|约|共|合|计|为|、|[(（])(?:约|近)?$"
)
OF_ALL = re.compile(
    r"^\s?of (?:them|the total|the sample|the group|all (?:of them|respondents)|the respondents)\b", re.IGNORECASE
)
OF_THEM = re.compile(
    r"\bof (?:which|whom|them|these|those|the (?:total|sample|group|respondents|whole))\b|其中|[中里]有|当中",
    re.IGNORECASE,
)
AMONG = re.compile(r"^[^。；;]{0,30}(?:中|其中|里|当中)[^。；;]{0,30}$")
TAKES_OF = re.compile(r"^[^。；;]{0,8}?[，,]?(?:约|已)?(?:占|相当于)[^。；;，,]{0,14}$")
SHARE_ZH = re.compile(r"^[^。；;，,]{0,10}的(?:约|近|超过)?$")
EACH_HAS = re.compile(r"每(?:\d|[一二两三四五六七八九十百千万])*[^，。；,;0-9]{0,12}$")
HAS = re.compile(r"^[^，。；,;0-9]{0,14}[中里]?(?:就|约|便|大约)?有(?:约|近)?$")
SAME = re.compile(
    rf"^[^.;。；]{{0,80}}?(?:[,，(（—–]\s?(?:or|that is|i\.e\.|which is|which means|meaning|equivalent to|equal to|roughly)?|\bor|即|也就是|相当于|换言之)\s?{HEDGE}(?:每|[^,，.;。；0-9]{{0,3}})$"
)
MEANS = re.compile(r"\bor\b|[(（]|that is|i\.e\.|which means|equivalent to|即|也就是|相当于|换言之|^, $")
THAT_IS = re.compile(
    r"\s*(?:That|This|which) (?:is|was|works out at|comes to|makes|means)\s(?:about |around |roughly |just |nearly )*$|\s*(?:即|占比|这?占|占到)[^，。]{0,8}$"
)
OF_ANOTHER = re.compile(
    r"分别|\brespectively\b|占(?!总|全部|全体|全[县市村镇校厂]|其)[^，。；,;]{2,}的|占总(?!数|量|体|额|计|人)|占(?:全球|世界|全国|全省|国内|行业|市场)|占(?!总)[^，。；,;]{2,}(?:比例|比重)|合计|[两三]者"
)
LEAST = 10  # counts below it are said of too many things
UNITS = ("percent", "times", "percentage_point", "basis_point", "")
IS_PART = re.compile(r"^[，,](?:即|为|共|有|合|约)+$")  # from a share of the number before to the part that it makes
ALL_OF = re.compile(
    r"(?:全部|所有|全体|上述|这些)([\u4e00-\u9fff]{2,4}?)[中里]|\b(?:of|among) (?:all|the|these|those)(?: [a-z]+)? ([a-z]{4,})\b"
)
