package textout

import (
	"bytes"
	"fmt"
	"strings"

	"ziping/extract"
	"ziping/render/screen"
)

// paper takes the lines of a report, in one language and no wider than the terminal.
type paper struct {
	Options
	b bytes.Buffer
}

func (p *paper) say(zh, en string) string { return extract.Text{ZH: zh, EN: en}.In(p.Lang) }

func (p *paper) sayf(zh, en string, args ...any) string {
	return fmt.Sprintf(p.say(zh, en), args...)
}

func (p *paper) line(s string) {
	p.b.WriteString(strings.TrimRight(s, " "))
	p.b.WriteByte('\n')
}

// wrapped writes text with an indent, broken to the width; first stands before
// the first line in place of the indent's end.
func (p *paper) wrapped(indent int, first, text string) {
	pad := strings.Repeat(" ", indent)
	lead := pad[:max(0, indent-screen.Width(first))] + first
	for _, l := range screen.Wrap(screen.Clean(text), p.Width-indent) {
		p.line(lead + l)
		lead = pad
	}
}

// style is a colour or weight of text.
type style string

const (
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	green  style = "32"
	yellow style = "33"
	cyan   style = "36"
)

func (p *paper) paint(s style, text string) string {
	if !p.Colour || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// chain writes parts, painted or not, with a dot between them, broken before the
// part that does not fit.
func (p *paper) chain(indent int, parts []string) {
	const dot = " · "
	pad := strings.Repeat(" ", indent)
	line, used := pad, indent
	for i, s := range parts {
		w := screen.Width(unpainted(s))
		switch {
		case i == 0:
		case used+screen.Width(dot)+w > p.Width:
			p.line(line)
			line, used = pad, indent
		default:
			line, used = line+dot, used+screen.Width(dot)
		}
		line, used = line+s, used+w
	}
	p.line(line)
}

// unpainted is a text without the marks of its colours.
func unpainted(s string) string {
	for {
		i := strings.Index(s, "\x1b[")
		if i < 0 {
			return s
		}
		j := strings.IndexByte(s[i:], 'm')
		if j < 0 {
			return s
		}
		s = s[:i] + s[i+j+1:]
	}
}

// short writes a lead of known width and text cut to one line.
func (p *paper) short(lead string, width int, text string) {
	p.line(lead + screen.Cut(text, p.Width-width))
}
