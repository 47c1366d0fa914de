package signs

import "golang.org/x/text/unicode/norm"

// Ordinary gives the character that people type for one that fonts' maps hand
// out in its place: Kangxi radicals (⼈ for 人), their supplement (⻔ for 门),
// compatibility ideographs, and signs that are drawn just like it. Nothing else
// is touched: ①, ≥ and full-width figures are what is printed.
func Ordinary(r rune) rune {
	if usual(r) {
		return r
	}
	if o, ok := alike[r]; ok {
		return o
	}
	switch {
	case r >= 0x2E80 && r < 0x2F00:
		if o, ok := supplement[r]; ok {
			return o
		}
	case r >= 0x2F00 && r <= 0x2FD5, r >= 0xF900 && r <= 0xFAFF, r >= 0x2F800 && r <= 0x2FA1F:
		if s := []rune(norm.NFKC.String(string(r))); len(s) == 1 {
			return s[0]
		}
	}
	return r
}

// supplement are the radicals of U+2E80–2EFF that look just like a character.
// Unicode lists them in EquivalentUnifiedIdeograph.txt and does not fold them.
var supplement = pairs("" +
	"⺁厂⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺶羊⺷羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟")

// alike are signs that Chinese fonts draw with the glyph of another, or that the
// tables of GB 2312 disagree about, and what is typed in China. A map made from
// the font has the first of them: xdvipdfmx writes ‑ for the minus of -3.5 and ➀
// for ①. The radical ⼾ is drawn as 户 on the mainland, and Unicode folds it to 戶.
var alike = pairs("‐-‑-➀①➁②➂③➃④➄⑤➅⑥➆⑦➇⑧➈⑨➉⑩⋯…・·〜～∕／⼾户")

func pairs(s string) map[rune]rune {
	out, rs := map[rune]rune{}, []rune(s)
	for i := 0; i+1 < len(rs); i += 2 {
		out[rs[i]] = rs[i+1]
	}
	return out
}
