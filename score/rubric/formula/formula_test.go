package formula

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"ziping/text/num"
)

var names = []string{"完成值", "指标值", "分值", "执行率"}

func env(pairs ...string) map[string]Value {
	m := map[string]Value{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i]] = Value{num.MustParse(pairs[i+1]), num.FromInt(1)}
	}
	return m
}

func TestPoints(t *testing.T) {
	form := env("完成值", "11016", "指标值", "11282", "分值", "5", "执行率", "93.11")
	for _, c := range []struct{ text, want string }{
		{"分值 * 完成值 / 指标值", "27540/5641"},
		{"分值×完成值÷指标值", "27540/5641"},
		{"完成值 >= 指标值 ? 分值 : 0", "0"},
		{"舍入(分值*完成值/指标值, 2)", "122/25"}, // 4.88
		{"0.1 + 0.2", "3/10"},           // no floats
		{"1_000.25 - .25", "1000"},
		{"10 - 0.5 * 取整(100 - 执行率)", "7"},
		{"10 - 0.5 * 进位(100 - 执行率)", "13/2"},
		{"10 - 取整(100 - 执行率 - 3)", "7"},
		{"执行率 >= 95 ? 10 : 执行率 >= 90 ? 7 : 5", "7"},
		{"最小(分值, 分值 * 1.2)", "5"},
		{"max(0, -分值)", "0"},
		{"abs(指标值 - 完成值)", "266"},
		{"完成值 < 指标值 and not (分值 > 5) ? 1 : 2", "1"},
		{"完成值 > 指标值 || 分值 == 5 ? 1 : 2", "1"},
		{"round(0 - 4.885, 2)", "-489/100"},
		{"floor(0 - 0.5)", "-1"},
		{"max(1, 分值, 3)", "5"},
		{"min(9, 分值, 1, 8, 7, 6, 4, 3, 2)", "1"},
		{"max(1)", "1"},
		{"round(1.25, 0) + round(1.25, 1)", "23/10"},
		{"round(0.5)", "1"},
		{"分值 < 5 ? 1 : 2", "2"}, {"分值 <= 5 ? 1 : 2", "1"}, {"分值 <= 4 ? 1 : 2", "2"},
		{"分值 > 5 ? 1 : 2", "2"}, {"分值 >= 5 ? 1 : 2", "1"},
		{"分值 == 4 ? 1 : 2", "2"}, {"分值 != 4 ? 1 : 2", "1"}, {"分值 != 5 ? 1 : 2", "2"},
		{"分值 > 4 and 分值 < 5 ? 1 : 2", "2"}, {"分值 > 5 and 分值 < 6 ? 1 : 2", "2"},
		{"分值 > 4 or 分值 < 4 ? 1 : 2", "1"}, {"分值 > 5 or 分值 < 6 ? 1 : 2", "1"},
		{"（分值＞4？1：2）＊（分值＜4？1：2）－分值／分值＋最大（1，2）", "3"},
	} {
		f, err := Parse(c.text, names)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		over, under, ok := f.Points(form)
		want, _ := new(big.Rat).SetString(c.want)
		got := Value{over, under}.rat()
		if !ok || got == nil || got.Cmp(want) != 0 {
			t.Errorf("%s: got %s/%s %v, want %s", c.text, over, under, ok, c.want)
		}
	}
}

func TestSaysNothing(t *testing.T) {
	unknown := env("指标值", "1", "分值", "5")
	unknown["完成值"] = Value{num.FromInt(1), num.FromInt(0)}
	for _, text := range []string{"分值 / (指标值 - 指标值)", "完成值", "执行率 * 分值", "round(分值, 0.5)", "round(分值, 0 - 1)",
		"执行率 > 1 ? 1 : 2", "分值 > 执行率 ? 1 : 2", "执行率 > 1 or 分值 > 1 ? 1 : 2", "分值 > 1 and 执行率 > 1 ? 1 : 2", "分值 > 1 ? 执行率 : 2"} {
		f, err := Parse(text, names)
		if err != nil {
			t.Fatal(err)
		}
		if over, _, ok := f.Points(unknown); ok {
			t.Errorf("%s: got %s, want nothing", text, over)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		text   string
		column int
		reason string
	}{
		{"分值 * 完成率", 6, "完成率"},
		{"分值 *", 4, "cannot be read"},
		{"分值 > 1", 4, "must give points"},
		{"分值 + (完成值 > 1)", 11, "a number is needed"},
		{"分值 ? 1 : 2", 1, "a condition"},
		{"map(1..9, #)", 1, "no function"},
		{"1..1000000000", 2, "cannot stand"},
		{"分值 ** 99", 4, "cannot stand"},
		{`"分值"`, 1, "cannot stand"},
		{"min()", 1, "min takes"}, {"max(1,2,3,4,5,6,7,8,9,10)", 1, "max takes"}, {"round(1,2,3)", 1, "round takes"}, {"floor(1,2)", 1, "floor takes"},
		{"ceil(1,2)", 1, "ceil takes"}, {"abs(1,2)", 1, "abs takes"},
		{"sqrt(分值)", 1, "sqrt"},
		{"let x = 1; x", 5, "cannot stand"},
		{strings.Repeat("(", 400) + "1" + strings.Repeat(")", 90), 1, "cannot be read"},
		{strings.Repeat("1+", 200) + "1", 1, "cannot be read"},
		{strings.Repeat("1", 600), 1, "too long"},
		{"1e300 * 1e300", 1, "too long"},
		{"分值*0.1234567890123456789", 4, "too long"},
		{"0.3000000000000000001", 1, "too long"},
		{"", 1, "cannot be read"},
	} {
		_, err := Parse(c.text, names)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%.30s: got %v, want an *Error", c.text, err)
			continue
		}
		if !strings.Contains(e.Reason.EN, c.reason) || e.Reason.ZH == "" || e.Hint.ZH == "" || e.Hint.EN == "" || len(c.text) < 30 && e.Column != c.column {
			t.Errorf("%.30s: got column %d, %q, hint %q; want column %d, …%s…", c.text, e.Column, e.Reason.EN, e.Hint.EN, c.column, c.reason)
		}
	}
}

// FuzzParse states that no text hangs or panics, and that what is accepted can
// be worked out or says nothing.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"分值*完成值/指标值", "1..9", "a?.b", "min(1,2,3)", "not not 1", "((((", "\"x\" matches \"(\"", "#", "分值 if 1 else 2"} {
		f.Add(s)
	}
	values := env("完成值", "1", "指标值", "3", "分值", "5")
	f.Fuzz(func(t *testing.T, text string) {
		x, err := Parse(text, names)
		if (x == nil) == (err == nil) {
			t.Fatalf("%q: got formula %v and error %v", text, x, err)
		}
		if x != nil {
			x.Points(values)
		}
	})
}
