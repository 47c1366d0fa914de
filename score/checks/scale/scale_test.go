package scale

import (
	"strings"
	"testing"

	"ziping/normalize"
	"ziping/text/num"
)

// TestOf: the scales that notes print, in the ways they print them.
func TestOf(t *testing.T) {
	for text, want := range map[string]string{
		"1.90分(含)以上为优秀,80分(含)-90分为良好,60分(含)-80分为合格,60分以下为不合格。": "优秀90 良好80 合格60 不合格0",
		"评价等级分为优(90-100分)、良(80-89分)、中(60-79分)、差(60分以下)":        "优90 良80 中60 差0",
		"得分90分及以上为A,75-90分为B,60-75分为C,60分以下为D":                 "A90 B75 C60 D0",
		"优≥95,85≤良<95,70≤中<85,差<70":                            "优95 良85 中70 差0",
		"95-100为优秀，85-94为良好，70-84为一般，70以下为较差":                  "优秀95 良好85 一般70 较差0",
		"优:90~100 良:80~90 差:0~60":                              "优90 良80 差0",
		"合格率90%以上为优":                                           "",
		"90分以上为优":                                              "",
		"60分以上为优,80分以上为良,90分以上为中":                              "",
		"全年完成90项,80项为优等工程,60项为良好":                              "",
		"":       "",
		"全年完成3项": "",
		"优项目90-100,良项目80-90,中项目60-80": "",
		"90以下为优,80-90为良,60-80为中":      "", // the best has no lower end
		"80-90为优,85-95为良,60-80为中":     "", // the second is given for more
		"90-100为优,60-80为良,70-75为中":    "", // the third is
		"90-100为优,80-95为良,60-80为中":    "", // two for one total
		"5以上为优,1-5为良,0-1为中":           "优5 良1 中0",
		"1以上为优,0.8-1为良,0-0.8为中":       "优100 良80 中0",
		"90-100为优,80-90为良":            "", // two are too few
		"优,良,中,差":                     "",
		"优等为90分以上,良为80-90分,中为60-80分":  "优90 良80 中60",
		"90分以上为优秀,80-90分为良好,60-80分为合格,60分以下为不合格" + strings.Repeat(" ", 3000):         "优秀90 良好80 合格60 不合格0",
		"90分以上为优秀,80-90分为良好,60-80分为合格,60分以下为不合格" + strings.Repeat("a", longestScale): "", // a text that long is no scale
		"90分以上为优秀,90分为良好,80-90分为良好,60-80分为合格":                                        "优秀90 良好80 合格60",
		"90分以上为优秀,85-90分为良好,80-90分为良好,60-80分为合格":                                     "", // two bounds for one grade
		"90分以上为优秀,1.80-90分为良好,2.60-80分为合格,60以下为不合格":                                  "优秀90 良好80 合格60 不合格0",
		"0.90以上为优秀,0.80-0.90为良好,0.60-0.80为合格,0.60以下为差":                               "优秀90 良好80 合格60 差0",
		"得分≥85分为优，75≤得分‹85为良，60≤得分‹75为中，得分‹60为差":                                     "优85 良75 中60 差0",
		"[90,100]为优，[75,90)为良，[60,75)为中，[0,60)为差":                                    "优90 良75 中60 差0",
		"优(90（含）-100分）、良（75（含）-90分）、中（60（含）-75分）、差（60分以下）":                           "优90 良75 中60 差0",
		"等级：优（得分≥90）；良（80≤得分＜90）；中（60≤得分＜80）；差（得分＜60）":                               "优90 良80 中60 差0",
		"总分高于95分的评为优秀，不低于85分的评为良好，不低于70分的评为合格，不足70分的评为不合格":                           "优秀95 良好85 合格70 不合格0",
		"得分率90%以上为优，80%-90%为良，60%-80%为中，60%以下为差":                                     "优90 良80 中60 差0",
		"90分以上优80-90分良60-80分中60分以下差":                                                 "优90 良80 中60 差0",
		"优90分以上良80-90分中60-80分差60分以下":                                                 "优90 良80 中60 差0",
		"评价等级为优。90分以上为优，80-90分为良，60-80分为中":                                           "优90 良80 中60",
		"优良率90%以上，合格率80%以上，差错率60%以下":                                                 "",
		"12.5以上为优秀,10.5-12.5为良好,8-10.5为合格":                                           "优秀12.5 良好10.5 合格8",
	} {
		var got []string
		for _, s := range of(text) {
			got = append(got, s.Name+lowEnd(s))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: got %q, want %q", text, g, want)
		}
	}
}

// A name of a grade stands with or without 级, in either width.
func TestRank(t *testing.T) {
	for name, want := range map[string]int{"优": 0, "优秀": 0, "A级": 0, "Ａ": 0, "良": 1, "合格": 2, "不合格": 3, "D级": 3, "级": -1, "完成": -1, "": -1} {
		if got := Rank(name); got != want {
			t.Errorf("%s: got %d, want %d", name, got, want)
		}
	}
	for name, want := range map[string]bool{"合格": true, "及格": true, "优": false, "不合格": false} {
		if got := Passing(name); got != want {
			t.Errorf("%s passes: got %v", name, got)
		}
	}
}

// The notes of a form are read first, then what no field claims.
func TestPrinted(t *testing.T) {
	scale, other := "90以上为优,80-90为良,60-80为中", "95以上为优,85-95为良,60-85为中"
	note := func(text string) normalize.Labelled {
		return normalize.Labelled{Label: "备注", Field: &normalize.Field{Text: text, State: normalize.Parsed}}
	}
	for _, tt := range []struct {
		name string
		r    normalize.Report
		want string
	}{
		{"nothing", normalize.Report{}, ""},
		{"no scale in a note", normalize.Report{Other: []normalize.Labelled{note("无")}}, ""},
		{"a blank note", normalize.Report{Other: []normalize.Labelled{{Label: "备注", Field: &normalize.Field{State: normalize.Blank}}, note(scale)}}, "90"},
		{"the second note", normalize.Report{Other: []normalize.Labelled{note("无"), note(scale), note(other)}}, "90"},
		{"notes first", normalize.Report{Other: []normalize.Labelled{note(scale)}, Unplaced: []normalize.Unplaced{{Text: other}}}, "90"},
		{"what is not claimed", normalize.Report{Other: []normalize.Labelled{note("无")}, Unplaced: []normalize.Unplaced{{Text: "无"}, {Text: other}}}, "95"},
	} {
		got := ""
		if s := Printed(&tt.r); s != nil {
			got = lowEnd(s[0])
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A total earns the best grade whose bound it reaches.
func TestEarned(t *testing.T) {
	steps := of("90以上为优,80-89为良,60-75为中")
	for total, want := range map[string]string{"100": "优", "90": "优", "89.99": "良", "80": "良", "75": "中", "60": "中", "78": "none", "59.99": "none"} {
		got := "none"
		if s := Earned(steps, num.MustParse(total)); s != nil {
			got = s.Name
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", total, got, want)
		}
	}
}

// TestBands: where each grade ends, and whether the end is part of it.
func TestBands(t *testing.T) {
	for text, want := range map[string]string{
		"90以上为优,80-90为良,60-80为中,60以下为差":           "优[90 良[80,90] 中[60,80] 差[0,60)",
		"优≥90,良≥80,中≥60":                          "优[90 良[80,90) 中[60,80)",
		"优>90,良>80,中>60":                          "优(90 良(80,90] 中(60,80]",
		"[90,100]为优，[75,90)为良，[60,75)为中，[0,60)为差": "优[90,100] 良[75,90) 中[60,75) 差[0,60)",
		"0.9以上为优,0.8-0.9为良,0.6-0.8为中":             "优[90 良[80,90] 中[60,80]",
	} {
		var got []string
		for _, s := range of(text) {
			got = append(got, s.Name+interval(s))
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: got %q, want %q", text, g, want)
		}
	}
}

// interval is a step's band as it is written.
func interval(s Step) string {
	out := "["
	if s.Band.LowOpen {
		out = "("
	}
	out += lowEnd(s)
	switch {
	case !s.Band.HasHigh:
		return out
	case s.Band.HighOpen:
		return out + "," + s.Band.High.String() + ")"
	}
	return out + "," + s.Band.High.String() + "]"
}

// lowEnd is where a step begins.
func lowEnd(s Step) string { return s.Band.Low.String() }
