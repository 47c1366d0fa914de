package lexicon

import (
	"testing"

	"ziping/text/blank"
)

func TestHalf(t *testing.T) {
	lex := Default()
	for text, want := range map[string]string{
		"年度指标值含单位）":       "年度指标值",
		"实际完成值含单位)":       "实际完成值",
		"年度指标值（含单位）":      "年度指标值",
		"年度指标值含单位":        "年度指标值含单位",
		"执行率不低于90）":       "执行率不低于",
		"执行率按财政部门核定的口径）":  "执行率按财政部门核定的口径",
		"分值满）":            "分值满",
		"某街道办事处环境整治项目资料）": "某街道办事处环境整治项目资料",
	} {
		folded := blank.Fold(text)
		if got := lex.Half(folded, Bare(folded)); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
