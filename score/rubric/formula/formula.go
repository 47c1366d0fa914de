// Package formula works out a score by a formula that a person wrote in a rule
// file, exactly:
//
//	f, err := formula.Parse("完成值 >= 指标值 ? 分值 : 分值 * 完成值 / 指标值", names)
//	points, ok := f.Points(map[string]formula.Value{"完成值": …})
//
// The text is read by the parser of expr-lang/expr; its tree is evaluated here
// on rationals, for expr's own machine calculates in floats. Only arithmetic,
// comparison and choice are allowed, so a formula cannot loop; its length and
// its figures are bounded, so it cannot grow either.
//
//	formula    = choice
//	choice     = condition "?" choice ":" choice | sum
//	condition  = comparison { ("and" | "or" | "&&" | "||") comparison } | "not" condition
//	comparison = sum ("<" | "<=" | ">" | ">=" | "==" | "!=") sum
//	sum        = product { ("+" | "-") product }
//	product    = factor { ("*" | "/") factor }
//	factor     = figure | name | "-" factor | "(" formula ")" | function "(" formula { "," formula } ")"
//	function   = 最小 | 最大 | 取整 | 进位 | 舍入 | 绝对值, or min | max | floor | ceil | round | abs
//
// 舍入(x, 2) rounds half up to two places; 取整(x) and 进位(x) go to the next
// whole number below and above.
package formula

import (
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"ziping/extract"
)

// The limits of a formula. The longest known one has 60 characters.
const (
	maxLength = 500 // bytes
	maxNodes  = 120
	maxPlaces = 6 // of 舍入
)

// Formula is a formula that has been checked: it names nothing unknown and
// gives a number.
type Formula struct {
	text string
	root ast.Node
}

// Error is what is wrong with a formula, and at which of its characters,
// counted from 1.
type Error struct {
	Column       int
	Reason, Hint extract.Text
}

func (e *Error) Error() string { return e.Reason.EN }

// String is the formula as written.
func (f *Formula) String() string { return f.text }

// Parse reads a formula that may use the given names. Its error is an *Error.
func Parse(text string, names []string) (*Formula, error) {
	if len(text) > maxLength {
		return nil, &Error{1, extract.Text{ZH: "公式过长", EN: "the formula is too long"},
			extract.Text{ZH: fmt.Sprintf("公式不应超过 %d 字节", maxLength), EN: fmt.Sprintf("a formula has at most %d bytes", maxLength)}}
	}
	tree, err := parser.ParseWithConfig(unaliased(text), &conf.Config{MaxNodes: maxNodes, Disabled: map[string]bool{}, DisableIfOperator: true})
	if err != nil {
		return nil, syntax(err)
	}
	c := checker{names: names, text: []rune(text)}
	if k := c.kind(tree.Node); c.err == nil && k != number {
		c.fail(tree.Node, extract.Text{ZH: "公式应得出分数，而不是“是”或“否”", EN: "a formula must give points, not yes or no"},
			extract.Text{ZH: "写成：条件 ? 分数 : 分数", EN: "write condition ? points : points"})
	}
	if c.err != nil {
		return nil, c.err
	}
	return &Formula{text, tree.Node}, nil
}

// unaliased writes full-width signs that a Chinese keyboard gives in their usual
// form, one character for one, so that columns stay.
func unaliased(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '×', '\uff0a':
			return '*'
		case '÷', '\uff0f':
			return '/'
		case '\uff08':
			return '('
		case '\uff09':
			return ')'
		case '\uff0c':
			return ','
		case '\uff1f':
			return '?'
		case '\uff1a':
			return ':'
		case '\uff0b':
			return '+'
		case '\u2212', '\uff0d':
			return '-'
		case '\uff1e':
			return '>'
		case '\uff1c':
			return '<'
		case '\uff1d':
			return '='
		}
		return r
	}, s)
}

func syntax(err error) *Error {
	e := &Error{Column: 1, Reason: extract.Text{ZH: "公式写法有误：" + err.Error(), EN: "the formula cannot be read: " + err.Error()},
		Hint: extract.Text{ZH: "例：分值 * 完成值 / 指标值；可用 + - * / ( ) ? : 和比较", EN: "for example 分值 * 完成值 / 指标值; + - * / ( ) ? : and comparisons may be used"}}
	var f *file.Error
	if errors.As(err, &f) {
		e.Column = f.Column + 1
		e.Reason = extract.Text{ZH: "公式写法有误：" + f.Message, EN: "the formula cannot be read: " + f.Message}
	}
	return e
}

// kind is what a part of a formula gives.
type kind int

const (
	number kind = iota
	truth
)

// checker holds a tree to what is allowed and keeps the first fault.
type checker struct {
	names []string
	text  []rune
	err   *Error
}

func (c *checker) fail(n ast.Node, reason, hint extract.Text) kind {
	if c.err == nil {
		c.err = &Error{n.Location().From + 1, reason, hint}
	}
	return number
}

func (c *checker) want(n ast.Node, k kind) {
	if got := c.kind(n); got != k && c.err == nil {
		if k == number {
			c.fail(n, extract.Text{ZH: "这里应是一个数", EN: "a number is needed here"}, extract.Text{ZH: "比较只能写在 ? 前面", EN: "a comparison stands in front of ? only"})
		} else {
			c.fail(n, extract.Text{ZH: "这里应是一个条件", EN: "a condition is needed here"}, extract.Text{ZH: "例如 完成值 >= 指标值", EN: "for example 完成值 >= 指标值"})
		}
	}
}

func (c *checker) kind(n ast.Node) kind {
	switch x := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		if v, ok := literal(x); !ok || !c.written(x, v) {
			c.fail(n, extract.Text{ZH: "数字过长", EN: "the figure is too long"}, extract.Text{ZH: "至多 15 位", EN: "at most 15 digits"})
		}
		return number
	case *ast.IdentifierNode:
		if !slices.Contains(c.names, x.Value) {
			c.fail(n, extract.Text{ZH: "公式里没有“" + x.Value + "”这个量", EN: "a formula knows no " + x.Value},
				extract.Text{ZH: "可用的量：" + strings.Join(c.names, "、"), EN: "known: " + strings.Join(c.names, ", ")})
		}
		return number
	case *ast.UnaryNode:
		if x.Operator == "not" || x.Operator == "!" {
			c.want(x.Node, truth)
			return truth
		}
		if x.Operator == "-" || x.Operator == "+" {
			c.want(x.Node, number)
			return number
		}
	case *ast.BinaryNode:
		switch x.Operator {
		case "+", "-", "*", "/":
			c.want(x.Left, number)
			c.want(x.Right, number)
			return number
		case "<", "<=", ">", ">=", "==", "!=":
			c.want(x.Left, number)
			c.want(x.Right, number)
			return truth
		case "and", "or", "&&", "||":
			c.want(x.Left, truth)
			c.want(x.Right, truth)
			return truth
		}
	case *ast.ConditionalNode:
		c.want(x.Cond, truth)
		c.want(x.Exp1, number)
		c.want(x.Exp2, number)
		return number
	case *ast.CallNode, *ast.BuiltinNode:
		return c.call(n)
	}
	return c.fail(n, extract.Text{ZH: "公式里不能这样写", EN: "this cannot stand in a formula"},
		extract.Text{ZH: "可用 + - * / ( )、比较、条件 ? 甲 : 乙，和 最小 最大 取整 进位 舍入 绝对值", EN: "use + - * / ( ), comparisons, condition ? a : b, and min max floor ceil round abs"})
}

func (c *checker) call(n ast.Node) kind {
	name, args := call(n)
	f, ok := functions[name]
	if !ok {
		return c.fail(n, extract.Text{ZH: "没有函数 " + name, EN: "no function " + name},
			extract.Text{ZH: "可用：最小、最大、取整、进位、舍入、绝对值", EN: "known: min, max, floor, ceil, round, abs"})
	}
	if len(args) < f.least || len(args) > f.most {
		return c.fail(n, extract.Text{ZH: fmt.Sprintf("%s 应有 %d 到 %d 个数", name, f.least, f.most), EN: fmt.Sprintf("%s takes %d to %d numbers", name, f.least, f.most)},
			extract.Text{ZH: "例如 舍入(得数, 2)、最小(甲, 乙)", EN: "for example round(x, 2), min(a, b)"})
	}
	for _, a := range args {
		c.want(a, number)
	}
	return number
}

// written reports whether a figure with a point is exactly what the text says:
// of one with too many digits the parser keeps the nearest float.
func (c *checker) written(n ast.Node, v *big.Rat) bool {
	if _, whole := n.(*ast.IntegerNode); whole {
		return true
	}
	from := n.Location().From
	end := from
	for end < len(c.text) && strings.ContainsRune("0123456789._", c.text[end]) {
		end++
	}
	exact, ok := new(big.Rat).SetString(strings.ReplaceAll(string(c.text[from:end]), "_", ""))
	return ok && exact.Cmp(v) == 0
}

// call is the name and the arguments of a call, whether or not expr has a
// function of that name.
func call(n ast.Node) (string, []ast.Node) {
	switch x := n.(type) {
	case *ast.BuiltinNode:
		return x.Name, x.Arguments
	case *ast.CallNode:
		if id, ok := x.Callee.(*ast.IdentifierNode); ok {
			return id.Value, x.Arguments
		}
	}
	return "", nil
}

// literal is the exact figure of a node. expr keeps figures with a point as
// floats; up to 15 digits the shortest text of one is what was written.
func literal(n ast.Node) (*big.Rat, bool) {
	var text string
	switch x := n.(type) {
	case *ast.IntegerNode:
		return new(big.Rat).SetInt64(int64(x.Value)), true
	case *ast.FloatNode:
		text = fmt.Sprintf("%.15g", x.Value)
	}
	if strings.ContainsAny(text, "eIN") {
		return nil, false
	}
	return new(big.Rat).SetString(text)
}
