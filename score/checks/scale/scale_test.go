package scale

import (
	"strings"
	"testing"
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
		"": "",
	} {
		var got []string
		for _, s := range of(text) {
			got = append(got, s.Name+s.From.String())
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q: got %q, want %q", text, g, want)
		}
	}
}
