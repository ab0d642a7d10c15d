"""The heads of columns as publishers write them: of periods, places, values, notes, units, and of what is beside."""

from collections.abc import Mapping

# Of places: a column of codes is better than one of names.
BEST = "ref_area|geo|code|country code|countryiso3code|iso3|iso_code|entity|country|countries|country name|location|region|area|reference area|economy|place|国家|地区|国家或地区|省份|地方|国别".split(
    "|"
)
WORDS = {
    "time": "time_period|time period|time|year|years|date|period|day|month|quarter|observation_date|年份|年度|年|时间|日期|时期|月份|季度",
    "place": "|".join(BEST),
    "value": "obs_value|value|values|observation value|数值|值",
    "status": "obs_status|obs_flag|status|flag|flags|flag codes|状态|注释",
    "unit": "unit_measure|unit|unit of measure|单位",
    "measure": "indicator name|series name|indicator|series|measure|variable|指标|指标名称|变量|项目",
}
HEADS: Mapping[str, frozenset[str]] = {name: frozenset(words.split("|")) for name, words in WORDS.items()}
# What is said of a table or of a cell and sets no series apart.
ASIDE = frozenset(
    "dataflow|structure|structure_id|structure_name|action|last update|conf_status|obs_comment|comment_obs|decimals|unit_mult"
    "|time_format|collection|title|title_compl|compiling_org|diss_org|source_agency|embargo_time|pre_break_value|breaks|base_per"
    "|reference_period|observation status|country name|entity|notes|time period|observation value|confidentiality status"
    "|confidentiality status (flag)|unit multiplier|obs_pre_break".split("|")
)
