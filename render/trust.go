package render

import (
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/score"
	"ziping/text/blank"
)

// Faults parts the repairs of a form by fault, in their order: those of one fault are
// alternatives.
func Faults(all []score.Repair) (out [][]score.Repair) {
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].Fault == all[from].Fault {
			to++
		}
		out = append(out, all[from:to])
		from = to
	}
	return out
}

// Trust says in a few words what the candidates for one fault are: whether one was
// applied, whether it is the only smallest one, what it holds to be wrong and how
// many errors go with it. Reports of all formats use these words. Where nothing was
// decided that is all it says.
func Trust(candidates []score.Repair, lang extract.Lang) []string {
	say := func(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(lang) }
	rep := &candidates[0]
	if len(rep.Edits) == 0 {
		return []string{say("未能判定", "not decided")}
	}
	parts := []string{say("未更正", "not applied"), say("方案不唯一，请人工确认", "one of several, for a person to decide"), say("误印", "misprinted")}
	if rep.Applied {
		parts[0] = say("已更正", "applied")
	}
	switch n := len(candidates); {
	case rep.Unique:
		parts[1] = say("方案唯一", "the only smallest one")
	case n > 1:
		parts[1] = fmt.Sprintf(say("%d 选 1，请人工确认", "one of %d, for a person to decide"), n)
	}
	if rep.Cause == score.Misread {
		parts[2] = say("误读", "misread")
	}
	if n := len(rep.Explains); n > 0 {
		en := "resolves %d errors"
		if n == 1 {
			en = "resolves %d error"
		}
		parts = append(parts, fmt.Sprintf(say("可消除 %d 处错误", en), n))
	}
	return parts
}

// Reasons parts why the candidates for one fault are what they are: what all have in
// common, which is said once, and what is said of each alone.
func Reasons(candidates []score.Repair) (shared string, own []string) {
	own = make([]string, len(candidates))
	for i := range candidates {
		first, rest := firstSentence(candidates[i].Why)
		switch {
		case i == 0:
			shared = first
		case first != shared: // it is not common to all
			shared = ""
		}
		own[i] = rest
	}
	if shared == "" {
		for i := range candidates {
			own[i] = candidates[i].Why
		}
	}
	return shared, own
}

// firstSentence parts a reason behind its first sentence.
func firstSentence(s string) (first, rest string) {
	for _, stop := range []string{"。", ". "} {
		if a, b, ok := strings.Cut(s, stop); ok {
			return a, blank.Trim(b)
		}
	}
	return s, ""
}
