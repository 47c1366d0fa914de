package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// The table of costs is whole: the costs of every look in every column.
func TestCosts(t *testing.T) {
	c, err := loadCosts(costsYAML)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range costColumns {
		if len(c[id]) != len(lookNames) {
			t.Errorf("%s: %d costs, want %d", id, len(c[id]), len(lookNames))
		}
	}
	if len(c) != len(costColumns) || len(lookNames) != int(unread)+1 {
		t.Errorf("%d columns, %d looks", len(c), len(lookNames))
	}
	for _, change := range []struct{ old, new string }{
		{"[level1, level2", "[level2, level1"}, {", further]", "]"}, {"  garbled:", "  spoilt:"}, {"  garbled: ", "  one: [0]\n  garbled: "},
		{"x,    x,    x,   x, ", "x, x, x, "}, {"40,    40", "60, 40"}, {"x, ", "y, "}, {"25, ", "-25, "}, {"columns:", "columns"}, {"[x,  ", "[60, "},
	} {
		text := strings.Replace(string(costsYAML), change.old, change.new, 1)
		if _, err := loadCosts([]byte(text)); err == nil && text != string(costsYAML) {
			t.Errorf("taken with %q for %q", change.new, change.old)
		}
	}
	if n, err := parseCost("59"); n != 59 || err != nil {
		t.Errorf("59 is the dearest cost: %v", err)
	}
}

// What the costs must keep to, whatever they are.
func TestCostsKeepTo(t *testing.T) {
	levels := []Look{levelOne, levelOneBare, levelTwo, levelTwoBare, eitherLevel, eitherLevelBare}
	figures := []Look{mark, figure, largeFigure, points, percent, amount, quantity, longQuantity}
	bounds := []Look{bound, longBound, boundInWords, longBoundInWords}
	texts := []Look{figureAndWords, shortWord, word, phrase, longPhrase, sentence, longText}
	each := func(looks []Look, columns, why string, holds func(int) bool) {
		for _, l := range looks {
			for _, id := range strings.Fields(columns) {
				if n := costs()[id][l]; !holds(n) {
					t.Errorf("%s in %s costs %d: %s", l, id, n, why)
				}
			}
		}
	}
	unfit := func(n int) bool { return n == Unfit }
	dear := func(n int) bool { return n >= CostChange && n < Unfit }
	cheap := func(n int) bool { return n < CostChange }
	every := strings.Join(costColumns, " ")
	each(levels, "op unit target actual weight score reason", "a level's word is no figure and no reason", unfit)
	each(slices.Concat(figures, bounds, []Look{garbled, operator}), "level1 level2", "a figure is no level", unfit)
	each(texts, "weight score", "words are no mark", unfit)
	each(bounds, "reason weight score", "a target is no reason and no mark", unfit)
	each(slices.Concat(figures, []Look{garbled}), "op unit", "a figure is no unit", unfit)
	each([]Look{Nothing}, strings.ReplaceAll(every, "name ", ""), "nothing may be printed anywhere but for a name", cheap)
	each([]Look{garbled}, "target actual weight score money rate marks", "what is spoilt stays where it stands", cheap)
	each([]Look{unread}, every, "what cannot be read stays where it stands", cheap)
	each(texts[1:], "level1 level2 money rate marks", "words may be what nobody knows, but a move is likelier", dear)
	each(append(texts, levelOneBare, levelTwoBare, eitherLevelBare), "name", "words name an indicator, a bare level too", cheap)
	each([]Look{levelOne, levelTwo, eitherLevel}, "name", "what says that it is a level names no indicator", dear)
	each(slices.Concat(figures, []Look{garbled, operator}), "name", "a figure names no indicator", dear)
	each([]Look{percent}, "money marks", "a percent is no amount and no mark", dear)
	each([]Look{amount, largeFigure}, "rate marks", "an amount is no rate and no mark", dear)
	for _, id := range costColumns {
		if least := slices.Min(costs()[id]); least != 0 && id != furtherMoney && id != anyColumn {
			t.Errorf("nothing stands in %s without a cost", id)
		}
	}
	for l := range Look(len(lookNames)) {
		if !slices.ContainsFunc(costColumns[:len(costColumns)-4], func(id string) bool { return costs()[id][l] < CostChange }) {
			t.Errorf("%s has no column in the list", l)
		}
	}
}

// TestLooks tells the kinds of cells apart, at their bounds too.
func TestLooks(t *testing.T) {
	long := func(n int) string { return strings.Repeat("长", n) }
	for text, want := range map[string]string{
		"—": "nothing", "产出指标": "level1", "产出": "level1_bare", "社会效益指标": "level2", "数量": "level2_bare", "成本指标": "either_level", "满意度": "either_level_bare",
		"≥": "operator", "定性": "operator", "≥95%": "bound", "≥12345678平方米": "bound", "≥123456789平方米": "long_bound",
		"不低于去年水平": "bound_in_words", "不低于同类项目水平": "bound_in_words", "不低于同类项目的水平": "bound_in_words", "不低于同类项目平均水平": "long_bound_in_words",
		"不低于" + long(27): "long_bound_in_words", "不低于" + long(28): "sentence", // too long to be read as a target
		"9.5": "mark", "100": "mark", "-100": "mark", "100.5": "figure", "-100.5": "figure", "1000": "figure", "-1000": "figure", "1000.1": "large_figure", "-1000.1": "large_figure",
		"9分": "points", "100分": "points", "120分": "amount", "35.2万元": "amount", "40%": "percent", "140%": "percent",
		"120人": "quantity", "2021年11月30日前": "quantity", "2021年11月30日前完成": "long_quantity", "80%-90%": "quantity",
		"\uFFFDY\uFFFD2": "unread", "69\uFFFD": "unread", "\uFFFD": "unread", "验收合\uFFFD率": "short_word",
		"15间受雨季影响": "figure_and_words", "175.5元/人·年度平均": "long_quantity", "7,00.0,77": "garbled", "2O": "garbled", "3个村，已完成通水": "figure_and_words",
		"优": "grade", "良好": "grade", "合格": "short_word", "优秀率": "short_word",
		long(5): "short_word", long(6): "word", long(7): "phrase", long(14): "phrase", long(15): "long_phrase", long(20): "long_phrase",
		long(21): "sentence", long(60): "sentence", long(61): "text", "3" + long(60): "text", "3" + long(59): "figure_and_words",
	} {
		if got := kindOf(text).Look.String(); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

// What stands in a column of the money block, by what the column holds.
func TestFitMoney(t *testing.T) {
	for _, c := range []struct {
		id   string
		want string // texts with their costs
	}{
		{"executed", "12=0 12万元=0 -=2 甲=25 7,00.0,77=4 95%=30 10分=0 5000=0 12人=4"},
		{"execution_rate", "95=0 95%=0 95元=30 1000=5 1001=20 -1001=20 -=2 甲=25"},
		{"balance_rate", "95元=30 1001=20 4.2%=0"},
		{"weight", "10=0 10分=0 10元=30 10%=30 100=0 100.5=50 -100.5=50"},
		{"score", "9.5=0 9.5%=30 101=50"},
		{"other", "12=3 甲=3 -=3"},
	} {
		for _, x := range strings.Fields(c.want) {
			text, cost, _ := strings.Cut(x, "=")
			if got := fmt.Sprint(kindOf(text).FitMoney(c.id)); got != cost {
				t.Errorf("%s in %s: got %s, want %s", text, c.id, got, cost)
			}
		}
	}
}
