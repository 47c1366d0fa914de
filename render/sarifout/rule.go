package sarifout

import (
	"strings"

	"ziping/extract"
	"ziping/score"
)

// level is SARIF's level for one of ours.
func level(l score.Level) string {
	switch l {
	case score.Error:
		return "error"
	case score.Rule:
		return "warning"
	}
	return "note"
}

// rule documents a check, as `ziping explain` does.
func (l *Log) rule(d score.Doc) rule {
	in := func(t extract.Text) string { return t.In(l.o.Lang) }
	parts := []struct{ head, text string }{
		{l.say("查什么", "What"), in(d.What)}, {l.say("为什么", "Why"), in(d.Why)},
		{l.say("对的例子", "Right"), in(d.Right)}, {l.say("错的例子", "Wrong"), in(d.Wrong)},
		{l.say("更正", "Repair"), in(d.Fix)}, {l.say("依据", "Source"), in(d.Source)},
	}
	var plain, marked strings.Builder
	for _, p := range parts {
		if p.text == "" {
			continue
		}
		if plain.Len() > 0 {
			plain.WriteString("\n")
			marked.WriteString("\n\n")
		}
		plain.WriteString(p.head + l.say("：", ": ") + p.text)
		marked.WriteString("**" + p.head + "** " + literal(p.text))
	}
	r := rule{
		ID: d.ID, Name: d.Name, Short: message{Text: in(d.Title)}, Full: message{Text: in(d.What)},
		Help:          message{Text: plain.String(), Markdown: marked.String()},
		Configuration: configuration{level(d.Level)},
	}
	if r.Full.Text == "" {
		r.Full.Text = r.Short.Text
	}
	r.Properties = properties{"tags": []string{strings.ToLower(d.ID[:3]), string(d.Level)}}
	if d.Since != "" {
		r.Properties["since"] = d.Since
	}
	return r
}

// plain is a message without markup. SARIF sees links in [text](place) and
// placeholders in {0} even there; nothing of an input may become one.
func plain(s string) message {
	s = strings.ReplaceAll(s, "](", "] (")
	if strings.Contains(s, "{") {
		for d := '0'; d <= '9'; d++ {
			s = strings.ReplaceAll(s, "{"+string(d), "{ "+string(d))
		}
	}
	return message{Text: s}
}

// literal is a text in which Markdown sees nothing to mark up.
func literal(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>|~&!#", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
