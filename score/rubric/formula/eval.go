package formula

import (
	"math/big"

	"github.com/expr-lang/expr/ast"

	"ziping/text/num"
)

// Value is an exact quotient under a name; a divisor of 0 makes it unknown.
type Value struct{ Over, Under num.Decimal }

// rat is the value as a rational, nil if it is unknown.
func (v Value) rat() *big.Rat {
	over, ok1 := new(big.Rat).SetString(v.Over.String())
	under, ok2 := new(big.Rat).SetString(v.Under.String())
	if !ok1 || !ok2 || under.Sign() == 0 {
		return nil
	}
	return over.Quo(over, under)
}

// Points works the formula out. ok is false where it says nothing: a name has
// no value on this form, a divisor is 0, or the result has more digits than a
// figure can have.
func (f *Formula) Points(values map[string]Value) (over, under num.Decimal, ok bool) {
	env := make(map[string]*big.Rat, len(values))
	for name, v := range values {
		env[name] = v.rat()
	}
	v, ok := value(f.root, env)
	if !ok {
		return over, under, false
	}
	over, err1 := num.Parse(v.Num().String())
	under, err2 := num.Parse(v.Denom().String())
	return over, under, err1 == nil && err2 == nil
}

func value(n ast.Node, env map[string]*big.Rat) (*big.Rat, bool) {
	switch x := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		return literal(x)
	case *ast.IdentifierNode:
		v, ok := env[x.Value]
		return v, ok && v != nil
	case *ast.UnaryNode:
		v, ok := value(x.Node, env)
		if ok && x.Operator == "-" {
			v = new(big.Rat).Neg(v)
		}
		return v, ok
	case *ast.BinaryNode:
		return arithmetic(x, env)
	case *ast.ConditionalNode:
		holds, ok := condition(x.Cond, env)
		switch {
		case !ok:
			return nil, false
		case holds:
			return value(x.Exp1, env)
		}
		return value(x.Exp2, env)
	case *ast.CallNode, *ast.BuiltinNode:
		name, nodes := call(x)
		args := make([]*big.Rat, len(nodes))
		for i, a := range nodes {
			var ok bool
			if args[i], ok = value(a, env); !ok {
				return nil, false
			}
		}
		if f, ok := functions[name]; ok {
			return f.of(args)
		}
	}
	return nil, false
}

func arithmetic(x *ast.BinaryNode, env map[string]*big.Rat) (*big.Rat, bool) {
	a, ok1 := value(x.Left, env)
	b, ok2 := value(x.Right, env)
	if !ok1 || !ok2 {
		return nil, false
	}
	r := new(big.Rat)
	switch x.Operator {
	case "+":
		return r.Add(a, b), true
	case "-":
		return r.Sub(a, b), true
	case "*":
		return r.Mul(a, b), true
	case "/":
		if b.Sign() == 0 {
			return nil, false
		}
		return r.Quo(a, b), true
	}
	return nil, false
}

func condition(n ast.Node, env map[string]*big.Rat) (holds, ok bool) {
	switch x := n.(type) {
	case *ast.UnaryNode:
		holds, ok = condition(x.Node, env)
		return !holds, ok
	case *ast.BinaryNode:
		switch x.Operator {
		case "and", "&&":
			if holds, ok = condition(x.Left, env); !ok || !holds {
				return false, ok
			}
			return condition(x.Right, env)
		case "or", "||":
			if holds, ok = condition(x.Left, env); !ok || holds {
				return holds, ok
			}
			return condition(x.Right, env)
		}
		a, ok1 := value(x.Left, env)
		b, ok2 := value(x.Right, env)
		if !ok1 || !ok2 {
			return false, false
		}
		c := a.Cmp(b)
		switch x.Operator {
		case "<":
			return c < 0, true
		case "<=":
			return c <= 0, true
		case ">":
			return c > 0, true
		case ">=":
			return c >= 0, true
		case "==":
			return c == 0, true
		case "!=":
			return c != 0, true
		}
	}
	return false, false
}

// function is what a formula may call.
type function struct {
	least, most int
	of          func([]*big.Rat) (*big.Rat, bool)
}

var functions = map[string]function{
	"最小": {1, 9, least}, "min": {1, 9, least},
	"最大": {1, 9, most}, "max": {1, 9, most},
	"取整": {1, 1, floor}, "floor": {1, 1, floor},
	"进位": {1, 1, ceil}, "ceil": {1, 1, ceil},
	"舍入": {1, 2, round}, "round": {1, 2, round},
	"绝对值": {1, 1, abs}, "abs": {1, 1, abs},
}

func least(a []*big.Rat) (*big.Rat, bool) {
	m := a[0]
	for _, x := range a[1:] {
		if x.Cmp(m) < 0 {
			m = x
		}
	}
	return m, true
}

func most(a []*big.Rat) (*big.Rat, bool) {
	m := a[0]
	for _, x := range a[1:] {
		if x.Cmp(m) > 0 {
			m = x
		}
	}
	return m, true
}

// below is the next whole number that is not above x.
func below(x *big.Rat) *big.Int {
	q, m := new(big.Int).DivMod(x.Num(), x.Denom(), new(big.Int))
	_ = m // Euclidean: the rest is never negative, so q is the floor
	return q
}

func floor(a []*big.Rat) (*big.Rat, bool) { return new(big.Rat).SetInt(below(a[0])), true }

func ceil(a []*big.Rat) (*big.Rat, bool) {
	return new(big.Rat).SetInt(new(big.Int).Neg(below(new(big.Rat).Neg(a[0])))), true
}

func abs(a []*big.Rat) (*big.Rat, bool) { return new(big.Rat).Abs(a[0]), true }

// round rounds half up, away from zero, to the places of its second argument.
func round(a []*big.Rat) (*big.Rat, bool) {
	places := int64(0)
	if len(a) == 2 {
		if !a[1].IsInt() || a[1].Sign() < 0 || a[1].Cmp(big.NewRat(maxPlaces, 1)) > 0 {
			return nil, false
		}
		places = a[1].Num().Int64()
	}
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(places), nil))
	x := new(big.Rat).Mul(new(big.Rat).Abs(a[0]), unit)
	r := new(big.Rat).SetInt(below(x.Add(x, big.NewRat(1, 2))))
	r.Quo(r, unit)
	if a[0].Sign() < 0 {
		r.Neg(r)
	}
	return r, true
}
