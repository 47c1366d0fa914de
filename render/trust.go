package render

import (
	"fmt"

	"ziping/extract"
	"ziping/score"
)

// Trust says in a few words what a repair is: whether it was applied, whether it
// is the only smallest one, what it holds to be wrong and how many errors go
// with it. Reports of all formats use these words. Where nothing was decided
// that is all it says.
func Trust(rep *score.Repair, lang extract.Lang) []string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	if len(rep.Edits) == 0 {
		return []string{say("未能判定", "not decided")}
	}
	parts := []string{say("未采用", "not applied"), say("不唯一，请人工确认", "one of several, for a person to decide"), say("表上印错", "misprinted")}
	if rep.Applied {
		parts[0] = say("已采用", "applied")
	}
	if rep.Unique {
		parts[1] = say("唯一", "the only smallest one")
	}
	if rep.Cause == score.Misread {
		parts[2] = say("识读有误", "misread")
	}
	if n := len(rep.Explains); n > 0 {
		en := "explains %d errors"
		if n == 1 {
			en = "explains %d error"
		}
		parts = append(parts, fmt.Sprintf(say("消除 %d 处错误", en), n))
	}
	return parts
}
