"""Countries: the region (ISO 3166-1) that the name of a country in an address means."""

from app.domain.folding import fold
from app.domain.remembered import remembered

_NAMES = {
    "JP": "japan 日本 日本国 jpn nippon giappone japon japón",
    "US": "usa us united_states united_states_of_america u.s.a. u.s. america アメリカ 米国 "
    "アメリカ合衆国 "
    "vereinigte_staaten vereinigte_staaten_von_amerika états-unis estados_unidos stati_uniti 美国",
    "CA": "canada カナダ kanada",
    "GB": "united_kingdom uk u.k. great_britain england scotland wales northern_ireland 英国 "
    "イギリス "
    "vereinigtes_königreich großbritannien royaume-uni reino_unido",
    "IE": "ireland アイルランド irland éire",
    "DE": "germany deutschland ドイツ allemagne alemania",
    "AT": "austria österreich オーストリア autriche",
    "CH": "switzerland schweiz suisse svizzera スイス",
    "LI": "liechtenstein リヒテンシュタイン",
    "LU": "luxembourg luxemburg ルクセンブルク",
    "FR": "france フランス frankreich francia",
    "BE": "belgium belgien belgique belgië ベルギー",
    "NL": "netherlands the_netherlands niederlande nederland holland オランダ pays-bas",
    "IT": "italy italien italia italie イタリア",
    "ES": "spain spanien españa espagne スペイン",
    "PT": "portugal ポルトガル",
    "DK": "denmark dänemark danmark デンマーク",
    "SE": "sweden schweden sverige スウェーデン",
    "NO": "norway norwegen norge ノルウェー",
    "FI": "finland finnland suomi フィンランド",
    "IS": "iceland island アイスランド",
    "PL": "poland polen polska ポーランド",
    "CZ": "czechia czech_republic tschechien česko česká_republika チェコ",
    "SK": "slovakia slowakei slovensko スロバキア",
    "HU": "hungary ungarn magyarország ハンガリー",
    "RO": "romania rumänien românia ルーマニア",
    "BG": "bulgaria bulgarien българия ブルガリア",
    "GR": "greece griechenland ελλάδα ギリシャ",
    "TR": "turkey türkei türkiye トルコ",
    "UA": "ukraine україна ウクライナ",
    "RU": "russia russian_federation russland россия ロシア",
    "HR": "croatia kroatien hrvatska クロアチア",
    "SI": "slovenia slowenien slovenija スロベニア",
    "RS": "serbia serbien srbija セルビア",
    "EE": "estonia estland eesti エストニア",
    "LV": "latvia lettland latvija ラトビア",
    "LT": "lithuania litauen lietuva リトアニア",
    "IL": "israel イスラエル ישראל",
    "AE": "united_arab_emirates uae アラブ首長国連邦",
    "SA": "saudi_arabia サウジアラビア",
    "LB": "lebanon libanon liban レバノン",
    "EG": "egypt ägypten エジプト",
    "MA": "morocco marokko maroc モロッコ",
    "NG": "nigeria ナイジェリア",
    "KE": "kenya ケニア",
    "ZA": "south_africa südafrika 南アフリカ",
    "IN": "india indien インド भारत",
    "PK": "pakistan パキスタン",
    "BD": "bangladesh バングラデシュ",
    "LK": "sri_lanka スリランカ",
    "NP": "nepal ネパール",
    "CN": "china 中国 中华人民共和国 prc p.r._china people's_republic_of_china",
    "HK": "hong_kong 香港 hong_kong_sar",
    "MO": "macau macao マカオ 澳門",
    "TW": "taiwan 台湾 臺灣",
    "KR": "korea south_korea republic_of_korea 韓国 대한민국 한국 südkorea",
    "MN": "mongolia モンゴル",
    "SG": "singapore シンガポール singapur",
    "MY": "malaysia マレーシア",
    "TH": "thailand タイ ประเทศไทย",
    "VN": "vietnam viet_nam việt_nam ベトナム",
    "ID": "indonesia インドネシア indonesien",
    "PH": "philippines フィリピン philippinen",
    "MM": "myanmar ミャンマー",
    "KH": "cambodia カンボジア",
    "AU": "australia オーストラリア australien",
    "NZ": "new_zealand ニュージーランド neuseeland",
    "MX": "mexico méxico mexiko メキシコ",
    "BR": "brazil brasil brasilien ブラジル",
    "AR": "argentina argentinien アルゼンチン",
    "CL": "chile チリ",
    "CO": "colombia kolumbien コロンビア",
    "PE": "peru perú ペルー",
}
_BY_NAME = {
    fold(name.replace("_", " ")): region
    for region, names in _NAMES.items()
    for name in names.split()
}
_NOBODYS = frozenset("io co ai me tv cc fm gg to ly am is la ws so sh st vc eu".split())
"""Top-level domains of countries where everybody has one."""


@remembered(1024)
def region(name: str) -> str | None:
    """The region of a country by its name in one of many languages, or by its code."""
    folded = fold(name)
    if len(folded) == 2 and folded.upper() in _NAMES:
        return folded.upper()
    return _BY_NAME.get(folded)


def region_of_host(host: str) -> str | None:
    """The region of a name on the net, as far as its end says one."""
    end = host.rstrip(".").rpartition(".")[2].lower()
    if end == "uk":
        return "GB"
    return end.upper() if end.upper() in _NAMES and end not in _NOBODYS else None
