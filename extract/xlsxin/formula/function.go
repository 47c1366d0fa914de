package formula

import "ziping/text/num"

// mostCells is how many cells a range may hold.
const mostCells = 10_000

// argument is one argument of a function: a value, or the cells of a range.
type argument struct {
	one            expr // nil for a range
	r0, c0, r1, c1 int
	cells          bool // a range, or a cell by itself: words in it do not count
}

// function reads the arguments of a function behind its bracket.
func (p *parser) function(name string) expr {
	var args []argument
	for p.sign(")") == "" {
		if len(args) > 0 && p.sign(",") == "" {
			return nil
		}
		a, ok := p.argument()
		if !ok {
			return nil
		}
		args = append(args, a)
	}
	do := functions[name]
	if do == nil || len(args) == 0 {
		return nil
	}
	return do(args)
}

func (p *parser) argument() (a argument, ok bool) {
	if at := p.tokens[p.at:]; len(at) > 0 && at[0].kind == isName {
		if a.r0, a.c0, ok = cell(at[0].text); ok {
			a.r1, a.c1 = a.r0, a.c0
			if len(at) > 2 && at[1] == (token{isSign, ":"}) && at[2].kind == isName {
				if a.r1, a.c1, ok = cell(at[2].text); !ok {
					return a, false
				}
				a.r0, a.r1 = min(a.r0, a.r1), max(a.r0, a.r1)
				a.c0, a.c1 = min(a.c0, a.c1), max(a.c0, a.c1)
				p.at += 3
				a.cells = true
				return a, (a.r1-a.r0+1)*(a.c1-a.c0+1) <= mostCells
			}
			if len(at) > 1 && (at[1] == (token{isSign, ","}) || at[1] == (token{isSign, ")"})) {
				a.cells = true
			}
		}
	}
	a.one = p.comparison()
	return a, a.one != nil
}

// functions are those that forms are filled in with.
var functions = map[string]func(args []argument) expr{
	"SUM": gathered(total),
	"AVERAGE": gathered(func(list []num.Decimal) (Value, bool) {
		sum, ok := total(list)
		if !ok {
			return Value{}, false
		}
		return divided(sum, of(num.FromInt(int64(len(list)))))
	}),
	"MAX":     gathered(func(list []num.Decimal) (Value, bool) { return furthest(list, 1), true }),
	"MIN":     gathered(func(list []num.Decimal) (Value, bool) { return furthest(list, -1), true }),
	"ROUND":   rounded,
	"IF":      chosen,
	"IFERROR": otherwise,
}

func total(list []num.Decimal) (Value, bool) {
	var sum num.Decimal
	for _, n := range list {
		sum = sum.Add(n)
	}
	sum, ok := bounded(sum)
	return of(sum), ok
}

// furthest is the largest number of a list, or the smallest; 0 of none.
func furthest(list []num.Decimal, sign int) Value {
	var best num.Decimal
	for i, n := range list {
		if i == 0 || n.Cmp(best) == sign {
			best = n
		}
	}
	return of(best)
}

// gathered takes the numbers of all arguments. Words in cells do not count.
func gathered(do func(list []num.Decimal) (Value, bool)) func(args []argument) expr {
	return func(args []argument) expr {
		return func(at Sheet) (Value, bool) {
			var list []num.Decimal
			failed := false
			take := func(v Value, ofCell bool) {
				switch {
				case v.kind == failure:
					failed = true
				case v.kind == number:
					list = append(list, v.n)
				case ofCell || v.kind == empty:
				default:
					n, ok := amount(v)
					if failed = failed || !ok; ok {
						list = append(list, n)
					}
				}
			}
			for _, a := range args {
				if a.one != nil {
					v, ok := a.one(at)
					if !ok {
						return Value{}, false
					}
					take(v, a.cells)
					continue
				}
				for row := a.r0; row <= a.r1; row++ {
					for col := a.c0; col <= a.c1; col++ {
						v, ok := at(row, col)
						if !ok {
							return Value{}, false
						}
						take(v, true)
					}
				}
			}
			if failed {
				return Value{kind: failure}, true
			}
			return do(list)
		}
	}
}

// each reports that all arguments are values, and how many they may be.
func each(args []argument, least, most int) bool {
	for _, a := range args {
		if a.one == nil {
			return false
		}
	}
	return len(args) >= least && len(args) <= most
}

func rounded(args []argument) expr {
	if !each(args, 2, 2) {
		return nil
	}
	return joined(args[0].one, args[1].one, func(a, b Value) (Value, bool) {
		n, ok := amount(a)
		places, also := amount(b)
		if !ok || !also {
			return Value{kind: failure}, true
		}
		for p := int32(-shown); p <= shown; p++ {
			if places.Equal(num.FromInt(int64(p))) {
				return of(figures(n).Round(p)), true
			}
		}
		return Value{}, false
	})
}

// chosen works out the branch that counts, and not the other.
func chosen(args []argument) expr {
	if !each(args, 3, 3) {
		return nil
	}
	return func(at Sheet) (Value, bool) {
		v, ok := args[0].one(at)
		if !ok || v.kind == failure {
			return v, ok
		}
		n, ok := amount(v)
		switch {
		case !ok || v.kind == text:
			return Value{}, false
		case n.Sign() != 0:
			return args[1].one(at)
		}
		return args[2].one(at)
	}
}

func otherwise(args []argument) expr {
	if !each(args, 2, 2) {
		return nil
	}
	return func(at Sheet) (Value, bool) {
		if v, ok := args[0].one(at); !ok || v.kind != failure {
			return v, ok
		}
		return args[1].one(at)
	}
}
