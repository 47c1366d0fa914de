package table

import (
	"fmt"
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize"
	"ziping/normalize/lexicon"
)

// looks are the properties of a kind that hold, in words.
func looks(k Kind) string {
	var out []string
	for _, p := range []struct {
		name string
		is   bool
	}{{"level1", k.Level1}, {"level2", k.Level2}, {"strong", k.Strong}, {"nothing", k.Nothing}, {"plain", k.Plain}, {"mark", k.Mark}, {"quantity", k.Quantity}, {"op", k.Op}, {"alone", k.OpAlone}, {"garbled", k.Garbled}, {"words", k.Words}} {
		if p.is {
			out = append(out, p.name)
		}
	}
	return strings.Join(out, " ")
}

func kindOf(text string) Kind {
	it := NewItem(lexicon.Default(), text, 0, 1, 1, extract.Ref{})
	return it.Kind(lexicon.Default())
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]string{
		"产出指标": "level1 strong", "产出指标（50分）": "level1 strong", "成本指标": "level1 level2 strong", "社会效益指标": "level2 strong", "数量": "level2",
		"—": "nothing", "/": "nothing", "96.5": "plain mark", "100": "plain mark", "100.5": "plain", "9分": "mark quantity", "120分": "quantity",
		"120人": "quantity", "40%": "quantity", "≥95%": "quantity op", "80%-90%": "quantity", "2023年11月底前": "quantity",
		"≥": "alone", "定性": "alone", "7,00.0,77": "garbled", "2O": "garbled", "按时完成": "words", "达到预期": "words", "不低于去年水平": "op words",
		strings.Repeat("长", 40): "words",
	} {
		if got := looks(kindOf(text)); got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

// What cannot stand in a column, and which of two columns a cell fits better.
func TestKindFits(t *testing.T) {
	for _, tt := range []struct{ text, column string }{
		{"120人", "level1"}, {"≥", "level1"}, {"96", "level2"}, {"产出指标", "target"}, {"产出指标", "actual"}, {"按时完成项目建设任务", "weight"},
		{"按时完成", "score"}, {"产出指标", "reason"}, {"≥95%", "reason"}, {"120人", "op"}, {"按时完成项目建设", "unit"}, {"120", "unit"},
	} {
		if got := kindOf(tt.text).Fit(tt.column); got < Unfit {
			t.Errorf("%s as %s costs %d, want it unfit", tt.text, tt.column, got)
		}
	}
	for _, tt := range []struct{ text, better, worse string }{
		{"产出指标", "level1", "level2"}, {"社会效益指标", "level2", "level1"}, {"社会效益指标", "level2", "name"}, {"培训人数", "name", "level2"},
		{"培训人数", "level2", "level1"}, {"≥100人", "target", "actual"}, {"120人", "actual", "name"}, {"10", "weight", "target"}, {"10", "score", "name"},
		{"120", "actual", "weight"}, {"40%", "weight", "name"}, {"2O", "score", "name"}, {"冬季闭馆", "reason", "target"}, {"12", "target", "reason"},
		{"正向指标", "name", "op"}, {"个", "unit", "target"}, {"0.9", "coefficient", "reason"}, {"—", "reason", "name"},
		{strings.Repeat("长", 25), "name", "target"}, {"按时完成任务", "other", "target"},
	} {
		k := kindOf(tt.text)
		if b, w := k.Fit(tt.better), k.Fit(tt.worse); b >= w {
			t.Errorf("%s: %d as %s, %d as %s", tt.text, b, tt.better, w, tt.worse)
		}
	}
}

// Points of a level are weights.
func TestPointsFit(t *testing.T) {
	for _, text := range []string{"10", "120人", "产出指标", "≥95%"} {
		for _, id := range []string{Level1Points, Level2Points} {
			if k := kindOf(text); k.Fit(id) != k.Fit("weight") {
				t.Errorf("%s costs %d in %s, and %d as a weight", text, k.Fit(id), id, k.Fit("weight"))
			}
		}
	}
}

func TestUnnumbered(t *testing.T) {
	for text, want := range map[string]string{"指标1:修路": "修路 true", "指标:修路": "修路 true", "指标2": " true", "指标值": "指标值 false", "修路": "修路 false", "指标2修路": "指标2修路 false"} {
		name, numbered := Unnumbered(text, lexicon.Default())
		if got := fmt.Sprint(name, " ", numbered); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestTemplateRow(t *testing.T) {
	for text, want := range map[string]bool{"……": true, "指标2：": true, "指标": true, " 指标 1 ": true, "...": true, "": true, "指标值": false, "数量指标": false, "指标2完成": false, "指标1:/": true, "指标2：—": true, "指标3:完成": false, "…：": true, "指标10：": true} {
		if got := IsTemplateRow(text, lexicon.Default()); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// A held cell makes garbled what it may belong to, unless something certain stands there.
func TestSpoil(t *testing.T) {
	lex := lexicon.Default()
	d := &Doubt{Cells: []Item{NewItem(lex, "—", 0, 1, 1, extract.Ref{}), NewItem(lex, "12", 0, 1, 1, extract.Ref{})}, IDs: []string{"name", "score", "weight", "target"}}
	x := normalize.Indicator{Name: &normalize.Field{State: normalize.Blank}, Score: &normalize.Field{State: normalize.Blank}, Weight: &normalize.Field{Text: "5", State: normalize.Parsed}}
	d.SpoilIndicator(&x)
	got := fmt.Sprint(x.Name.State, " ", x.Score.State, " ", x.Score.Text, " ", x.Weight.State, " ", x.Target.State)
	if want := "blank garbled 12 parsed garbled"; got != want || x.Score.At == nil || x.Score.Reading != normalize.Doubtful {
		t.Errorf("got %s, want %s", got, want)
	}
	r := normalize.FundRow{Budget: &normalize.Field{State: normalize.Blank}, Executed: &normalize.Field{Text: "3", State: normalize.Parsed}}
	(&Doubt{Cells: d.Cells, IDs: []string{"budget", "executed", "other"}}).SpoilFunds(&r)
	if r.Budget.State != normalize.Garbled || r.Executed.State != normalize.Parsed || r.Initial != nil {
		t.Errorf("got %+v", r)
	}
	r = normalize.FundRow{}
	(&Doubt{Cells: d.Cells[:1], IDs: []string{"budget"}}).SpoilFunds(&r) // a mark for nothing says nothing
	if r.Budget != nil {
		t.Errorf("got %+v", r.Budget)
	}
}

func TestTraditional(t *testing.T) {
	lines := told("績效自評表 | 甲", "說明 | 數量")
	if !IsTraditional(lines) || IsTraditional(told("绩效自评表 | 甲")) {
		t.Error("traditional characters are told by the headings")
	}
	Simplify(lines)
	if it := lines[1].Items[0]; it.Bare != "说明" || it.Text != "說明" {
		t.Errorf("got %q for %q: a heading is simplified, what is printed stays", it.Bare, it.Text)
	}
	var many []string
	for range 60 {
		many = append(many, "甲 | 乙")
	}
	if !IsTraditional(told(strings.Repeat("說", 30))) || IsTraditional(told(strings.Repeat("說", 31))) {
		t.Error("thirty characters are short enough for a heading, and no more")
	}
	if IsTraditional(told(append(many, "說明")...)) || IsTraditional(told(strings.Repeat("說", 40))) {
		t.Error("only the first lines are looked at, and only what is short enough for a heading")
	}
}
