package signs

import (
	"strings"
	"testing"

	"ziping/extract"
	"ziping/normalize/lexicon"
)

// paper is a document with a line for each text, and a table of one row for the last.
func paper(lines []string, cells ...string) *extract.Document {
	doc := extract.NewDocument("test", "text/plain")
	for _, s := range lines {
		doc.Lines = append(doc.Lines, extract.Line{Text: s})
	}
	if len(cells) > 0 {
		doc.Tables = []extract.Table{{Rows: 1, Cols: len(cells)}}
		for k, s := range cells {
			doc.Tables[0].Cells = append(doc.Tables[0].Cells, extract.Cell{Col: k, RowSpan: 1, ColSpan: 1, Text: s})
		}
	}
	return doc
}

// A form is told by five of its words within 700 characters, all different,
// wherever they stand; that it is a self-evaluation it must say.
func TestSigns(t *testing.T) {
	far := strings.Repeat("字", 698)
	for _, tt := range []struct {
		name     string
		doc      *extract.Document
		in, self bool
	}{
		{"five words in lines", paper([]string{"一级指标", "二级指标", "三级指标", "指标值", "完成值"}), true, false},
		{"five in one text", paper([]string{"一级指标二级指标三级指标指标值完成值"}), true, false},
		{"in lines and cells", paper([]string{"一级指标", "二级指标"}, "三级指标", "指标值", "完成值"), true, false},
		{"blanks in words", paper([]string{"一 级 指 标", "二级 指标", "三级\n指标", "指标值", "完成值"}), true, false},
		{"four", paper([]string{"一级指标", "二级指标", "三级指标", "指标值"}), false, false},
		{"four, one of them twice", paper([]string{"一级指标", "二级指标", "三级指标", "指标值", "一级指标"}), false, false},
		{"it says what it is", paper([]string{"自评", "一级指标", "二级指标", "三级指标", "指标值", "完成值"}), true, true},
		{"a report on self-evaluation", paper([]string{"绩效自评报告"}), false, false},
		{"just within 700 characters", paper([]string{"一级指标二级指标三级指标指标值" + far[:len(far)-3*14] + "完成值"}), true, false},
		{"just beyond", paper([]string{"一级指标二级指标三级指标指标值" + far + "完成值"}), false, false},
		{"the first too far off, another near", paper([]string{"一级指标" + far + "二级指标三级指标指标值完成值一级指标"}), true, false},
		{"the first too far off, and once more too few", paper([]string{"一级指标" + far + "二级指标三级指标指标值一级指标"}), false, false},
		{"in any order, the last alone", paper([]string{"完成值" + far + "指标值三级指标二级指标一级指标"}), false, false},
		{"one twice, one of them too far off", paper([]string{"一级指标一级指标" + far[:len(far)-3*14] + "二级指标三级指标指标值完成值"}), true, false},
		{"traditional characters", paper([]string{"一級指標", "二級指標", "三級指標", "指標值", "完成值"}), true, false},
		{"with notes of sound", paper([]string{"一級(jí)指標(biāo)", "二級(jí)指標", "三級(jí)指標", "指標(biāo)值", "完(wán)成值"}), true, false},
		{"nothing", paper(nil), false, false},
	} {
		if got := In(tt.doc, lexicon.Default()); got != tt.in {
			t.Errorf("%s: a form: got %v", tt.name, got)
		}
		if got := OfItself(tt.doc, lexicon.Default()); got != tt.self {
			t.Errorf("%s: a self-evaluation: got %v", tt.name, got)
		}
	}
}

// Notes of sound are short, in Latin letters, and in brackets; all else in brackets stays.
func TestNotesOfSound(t *testing.T) {
	for in, want := range map[string]string{
		"績(jì)效(xiào)":         "績效",
		"(A)":                  "",
		"(z)":                  "",
		"(\u02ff)":             "",
		"(\u0300)":             "(\u0300)",
		"指标(B/A)值":             "指标(B/A)值",
		"预算数(A)":               "预算数",
		"指标(个)":                "指标(个)",
		"()":                   "()",
		"(123)":                "(123)",
		"a(bcdefghij":          "a(bcdefghij",
		"(abcdefghi)":          "",
		"(abcdefghij)":         "(abcdefghij)",
		"一(yī)级(jí)指(zhǐ)标(个)": "一级指标(个)",
		"无":                    "无",
		"(a)(个)(b)后":           "(个)后",
	} {
		if got := withoutSounds(in); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

// Words are counted once each.
func TestCount(t *testing.T) {
	for text, want := range map[string]int{
		"":             0,
		"一级指标":         1,
		"一级指标一级指标":     1,
		"一 级指标、二级指标":   2,
		"一級(jí)指標和完成值": 2,
		"年初预算数全年预算数执行率得分": 3,
	} {
		if got := Count(text, lexicon.Default()); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
}
