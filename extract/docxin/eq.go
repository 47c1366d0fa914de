package docxin

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"ziping/text/blank"
	"ziping/text/numerals"
)

// EQ fields draw characters over and above each other and store no result.
// Offices circle figures with them (eq \o\ac(○,1) is ①), and write fractions.

// eqText is what an EQ field draws, on one line; sure is false where that is a
// way of saying it and not the sign itself.
func eqText(instruction string) (text string, sure bool) {
	e := eq{rest: instruction, sure: true}
	text = e.sequence(0)
	return blank.Trim(text), e.sure && e.rest == ""
}

type eq struct {
	rest string
	sure bool
}

const maxEq = 20 // brackets within brackets

// sequence reads texts and switches up to the end of an argument.
func (e *eq) sequence(depth int) string {
	var b strings.Builder
	for e.rest != "" && depth < maxEq {
		c := e.rest[0]
		switch {
		case depth > 0 && (c == ',' || c == ';' || c == ')'):
			return b.String()
		case c == '\\' && len(e.rest) > 1 && letter(rune(e.rest[1])):
			b.WriteString(e.command(depth))
		case c == '\\' && len(e.rest) > 1: // \( is a bracket
			e.rest = e.rest[1:]
			fallthrough
		default:
			_, n := utf8.DecodeRuneInString(e.rest)
			b.WriteString(e.rest[:n])
			e.rest = e.rest[n:]
		}
	}
	return b.String()
}

// command reads \o\ac(○,1): a switch, its options and its arguments.
func (e *eq) command(depth int) string {
	name := e.rest[1] | 0x20
	options := ""
	for { // \ac, \up8
		e.rest = strings.TrimLeft(e.rest, " ")
		if !strings.HasPrefix(e.rest, `\`) {
			break
		}
		n := 1
		for n < len(e.rest) && (letter(rune(e.rest[n])) || e.rest[n] >= '0' && e.rest[n] <= '9') {
			n++
		}
		if n == 1 { // \bc\[ names a bracket
			n += min(1, len(e.rest)-1)
		}
		options += e.rest[:n]
		e.rest = e.rest[n:]
	}
	if !strings.HasPrefix(e.rest, "(") {
		return ""
	}
	var args []string
	for more := true; more; {
		e.rest = e.rest[1:]
		args = append(args, blank.Trim(e.sequence(depth+1)))
		more = e.rest != "" && e.rest[0] != ')' && depth+1 < maxEq
	}
	e.rest = strings.TrimPrefix(e.rest, ")")
	return e.draw(name, options, args)
}

func (e *eq) draw(name byte, options string, args []string) string {
	all := strings.Join(args, "")
	switch {
	case name == 'o' && len(args) == 2 && strings.ContainsAny(args[0], "○〇◯O"):
		for n := 1; n <= 20; n++ {
			if sign, ok := numerals.List(n, "decimalEnclosedCircle"); ok && args[1] == strconv.Itoa(n) {
				return sign
			}
		}
		e.sure = false
		return "(" + args[1] + ")"
	case name == 'f' && len(args) == 2:
		return grouped(args[0]) + "/" + grouped(args[1])
	case name == 's' && strings.Contains(options, `\up`) && len(args) == 1:
		return raised(all)
	case name == 'r' && len(args) == 1:
		return "√" + grouped(all)
	case name == 'b':
		return "(" + all + ")"
	case name == 's', name == 'x', name == 'd':
		return all
	}
	e.sure = false
	return strings.Join(args, " ")
}
