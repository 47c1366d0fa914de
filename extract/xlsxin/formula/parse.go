package formula

import "ziping/text/num"

// expr is a part of a formula; ok is false where it cannot be known.
type expr func(at Sheet) (v Value, ok bool)

// parser reads a formula by its grammar: comparisons of sums of products of numbers with
// signs before them and percent signs behind. An expr of nil is what it cannot read.
type parser struct {
	tokens []token
	at     int
	depth  int
}

// deepest is how far brackets may stand in each other.
const deepest = 50

// sign takes the next token where it is one of the signs.
func (p *parser) sign(signs ...string) string {
	if p.at < len(p.tokens) && p.tokens[p.at].kind == isSign {
		for _, s := range signs {
			if p.tokens[p.at].text == s {
				p.at++
				return s
			}
		}
	}
	return ""
}

func (p *parser) comparison() expr {
	left := p.sum()
	for left != nil {
		s := p.sign("<=", ">=", "<>", "<", ">", "=")
		if s == "" {
			return left
		}
		left = joined(left, p.sum(), func(a, b Value) (Value, bool) { return compare(a, b, s) })
	}
	return nil
}

func (p *parser) sum() expr {
	left := p.product()
	for left != nil {
		switch p.sign("+", "-") {
		case "+":
			left = joined(left, p.product(), arithmetic(num.Decimal.Add))
		case "-":
			left = joined(left, p.product(), arithmetic(num.Decimal.Sub))
		default:
			return left
		}
	}
	return nil
}

func (p *parser) product() expr {
	left := p.signed()
	for left != nil {
		switch p.sign("*", "/") {
		case "*":
			left = joined(left, p.signed(), arithmetic(num.Decimal.Mul))
		case "/":
			left = joined(left, p.signed(), divided)
		default:
			return left
		}
	}
	return nil
}

func (p *parser) signed() expr {
	if p.depth++; p.depth > deepest {
		return nil
	}
	defer func() { p.depth-- }()
	switch p.sign("+", "-") {
	case "+":
		return p.signed()
	case "-":
		return joined(constant(of(num.Decimal{})), p.signed(), arithmetic(num.Decimal.Sub))
	}
	e := p.operand()
	for e != nil && p.sign("%") != "" {
		e = joined(e, constant(of(num.New(1, 2))), arithmetic(num.Decimal.Mul))
	}
	return e
}

// operand is a number, a text, a cell, a function or what stands in brackets.
func (p *parser) operand() expr {
	if p.sign("(") != "" {
		e := p.comparison()
		if p.sign(")") == "" {
			return nil
		}
		return e
	}
	if p.at >= len(p.tokens) {
		return nil
	}
	t := p.tokens[p.at]
	p.at++
	switch t.kind {
	case isNumber:
		if v, ok := Number(t.text); ok {
			return constant(v)
		}
	case isText:
		return constant(Text(t.text))
	case isName:
		if p.sign("(") != "" {
			return p.function(t.text)
		}
		if row, col, ok := cell(t.text); ok {
			return func(at Sheet) (Value, bool) { return at(row, col) }
		}
	}
	return nil
}

func constant(v Value) expr { return func(Sheet) (Value, bool) { return v, true } }

// joined is what two parts give together; a failure of either is one of both.
func joined(left, right expr, do func(a, b Value) (Value, bool)) expr {
	if left == nil || right == nil {
		return nil
	}
	return func(at Sheet) (Value, bool) {
		a, ok := left(at)
		if !ok {
			return Value{}, false
		}
		b, ok := right(at)
		switch {
		case !ok:
			return Value{}, false
		case a.kind == failure || b.kind == failure:
			return Value{kind: failure}, true
		}
		return do(a, b)
	}
}

// amount is a value in arithmetic: nothing is 0, and words are what they say.
func amount(v Value) (n num.Decimal, ok bool) {
	switch v.kind {
	case empty:
		return num.Decimal{}, true
	case text:
		return spoken(v.text)
	}
	return v.n, v.kind != failure
}

func arithmetic(do func(a, b num.Decimal) num.Decimal) func(a, b Value) (Value, bool) {
	return func(a, b Value) (Value, bool) {
		x, ok := amount(a)
		y, also := amount(b)
		if !ok || !also {
			return Value{kind: failure}, true
		}
		n, ok := bounded(do(x, y))
		return of(n), ok
	}
}

func divided(a, b Value) (Value, bool) {
	y, ok := amount(b)
	if !ok || y.IsZero() {
		return Value{kind: failure}, true
	}
	return arithmetic(func(x, y num.Decimal) num.Decimal {
		q, _ := x.Quo(y, kept)
		return q
	})(a, b)
}

// compare compares numbers, or words that are the same or not; ok is false for anything else.
func compare(a, b Value, sign string) (Value, bool) {
	c := 0
	switch {
	case a.kind == text || b.kind == text:
		x, y := a.text, b.text // nothing is the empty text
		if a.kind == number || b.kind == number || a.kind == truth || b.kind == truth || sign != "=" && sign != "<>" {
			return Value{}, false
		}
		if x != y {
			c = 1
		}
	default:
		x, _ := amount(a)
		y, _ := amount(b)
		c = figures(x).Cmp(figures(y))
	}
	switch sign {
	case "=":
		return holds(c == 0), true
	case "<>":
		return holds(c != 0), true
	case "<":
		return holds(c < 0), true
	case "<=":
		return holds(c <= 0), true
	case ">":
		return holds(c > 0), true
	}
	return holds(c >= 0), true
}
