package sets

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"ziping/extract"
	"ziping/score/rubric/formula"
	"ziping/text/num"
)

// reader walks a YAML tree strictly and keeps the first fault: an unknown or
// repeated key, a value of the wrong kind, a number that is none. Numbers are
// read from the text as written, so 0.30 stays 0.30.
type reader struct {
	file string
	err  *extract.Error
}

// fail records a fault at a node; later ones are dropped, for they often follow from it.
func (r *reader) fail(n *yaml.Node, reason, hint extract.Text) {
	if r.err != nil {
		return
	}
	r.err = &extract.Error{
		Kind:   extract.ErrDamaged,
		Place:  r.place(n),
		Reason: reason,
		Hint:   hint,
	}
}

// place is a node's line and column, counted from 1. The YAML library knows
// the line alone of what is no YAML.
func (r *reader) place(n *yaml.Node) extract.Text {
	line, column := 1, 0
	if n != nil {
		line, column = max(1, n.Line), n.Column
	}
	t := extract.Text{ZH: fmt.Sprintf("%s 第 %d 行", r.file, line), EN: fmt.Sprintf("%s line %d", r.file, line)}
	if column > 0 {
		t.ZH += fmt.Sprintf("第 %d 列", column)
		t.EN += fmt.Sprintf(" column %d", column)
	}
	return t
}

// mapping is a YAML mapping whose keys have been checked.
type mapping struct {
	r    *reader
	node *yaml.Node
	at   map[string]*yaml.Node
}

// mapping checks that n is a mapping with none but the known keys.
func (r *reader) mapping(n *yaml.Node, known ...string) mapping {
	m := mapping{r, n, map[string]*yaml.Node{}}
	if n == nil {
		return m
	}
	if n.Kind != yaml.MappingNode {
		r.fail(n, extract.Text{ZH: "这里应写“键：值”", EN: "expected key: value pairs here"},
			extract.Text{ZH: "可用的键：" + strings.Join(known, "、"), EN: "known keys: " + strings.Join(known, ", ")})
		return m
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case !slices.Contains(known, key.Value):
			r.fail(key, extract.Text{ZH: "未知的键 " + strconv.Quote(key.Value), EN: "unknown key " + strconv.Quote(key.Value)}, nearest(key.Value, known))
		case m.at[key.Value] != nil:
			r.fail(key, extract.Text{ZH: "键 " + strconv.Quote(key.Value) + " 重复", EN: "the key " + strconv.Quote(key.Value) + " is repeated"},
				extract.Text{ZH: "只保留一处", EN: "keep one of them"})
		default:
			m.at[key.Value] = n.Content[i+1]
		}
	}
	return m
}

// nearest names the key that was probably meant, and all that are known.
func nearest(key string, known []string) extract.Text {
	list := extract.Text{ZH: "可用的键：" + strings.Join(known, "、"), EN: "known keys: " + strings.Join(known, ", ")}
	plain := strings.NewReplacer("-", "", "_", "", " ", "")
	for _, k := range known {
		a, b := plain.Replace(strings.ToLower(key)), plain.Replace(k)
		if a == b || len(a) > 3 && (strings.HasPrefix(b, a) || strings.HasPrefix(a, b)) {
			return extract.Text{ZH: "是否为 " + k + "？" + list.ZH, EN: "did you mean " + k + "? " + list.EN}
		}
	}
	return list
}

// need fails where one of the keys is missing.
func (m mapping) need(keys ...string) {
	for _, k := range keys {
		if m.at[k] == nil {
			m.r.fail(m.node, extract.Text{ZH: "缺少 " + k, EN: k + " is missing"},
				extract.Text{ZH: "补写一行 " + k + "：…", EN: "add a line " + k + ": …"})
		}
	}
}

// scalar is the text of a key, "" where it is missing.
func (m mapping) scalar(key string) string { return m.r.scalar(m.at[key]) }

func (r *reader) scalar(n *yaml.Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind != yaml.ScalarNode:
		r.fail(n, extract.Text{ZH: "这里应是一个值", EN: "expected a single value"}, extract.Text{ZH: "不要写成列表或键值", EN: "not a list or a mapping"})
		return ""
	}
	return n.Value
}

// decimal is the exact number of a key, 0 where it is missing.
func (m mapping) decimal(key string) num.Decimal {
	n := m.at[key]
	if n == nil {
		return num.Decimal{}
	}
	d, err := num.Parse(m.r.scalar(n))
	if err != nil {
		m.r.fail(n, extract.Text{ZH: key + " 不是数字：" + strconv.Quote(n.Value), EN: key + " is no number: " + strconv.Quote(n.Value)},
			extract.Text{ZH: "写成 10 或 0.5，不带单位和百分号", EN: "write 10 or 0.5, without unit or percent sign"})
	}
	return d
}

// positive is a decimal that must be above 0 where it is written.
func (m mapping) positive(key string) num.Decimal {
	d := m.decimal(key)
	if m.at[key] != nil && d.Sign() <= 0 {
		m.r.fail(m.at[key], extract.Text{ZH: key + " 应大于 0", EN: key + " must be above 0"}, extract.Text{ZH: "改为正数", EN: "write a positive number"})
	}
	return d
}

// integer is the whole number of a key, 0 where it is missing.
func (m mapping) integer(key string) int {
	n := m.at[key]
	if n == nil {
		return 0
	}
	i, err := strconv.Atoi(m.r.scalar(n))
	if err != nil {
		m.r.fail(n, extract.Text{ZH: key + " 不是整数：" + strconv.Quote(n.Value), EN: key + " is no whole number: " + strconv.Quote(n.Value)},
			extract.Text{ZH: "写成 2023 这样的整数", EN: "write a whole number such as 2023"})
	}
	return i
}

// flag is the truth of a key, false where it is missing.
func (m mapping) flag(key string) bool {
	n := m.at[key]
	if n == nil {
		return false
	}
	switch m.r.scalar(n) {
	case "true":
		return true
	case "false":
		return false
	}
	m.r.fail(n, extract.Text{ZH: key + " 的值只能是 true 或 false", EN: key + " must be true or false"}, extract.Text{ZH: "改为 true 或 false", EN: "write true or false"})
	return false
}

// choice is one of the known words.
func (m mapping) choice(key string, known []string) string {
	s := m.scalar(key)
	if m.at[key] != nil && !slices.Contains(known, s) {
		m.r.fail(m.at[key], extract.Text{ZH: key + " 的值无效：" + strconv.Quote(s), EN: key + " cannot be " + strconv.Quote(s)},
			extract.Text{ZH: "可写：" + strings.Join(known, "、"), EN: "known: " + strings.Join(known, ", ")})
	}
	return s
}

// items are the elements of a list, none where the key is missing.
func (m mapping) items(key string) []*yaml.Node {
	n := m.at[key]
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		m.r.fail(n, extract.Text{ZH: key + " 应是列表", EN: key + " must be a list"}, extract.Text{ZH: "写成 [甲，乙] 或每行一个“- ”", EN: "write [a, b] or one \"- \" a line"})
		return nil
	}
	if len(n.Content) > maxItems {
		m.r.fail(n, extract.Text{ZH: key + " 的项太多", EN: key + " has too many items"},
			extract.Text{ZH: fmt.Sprintf("至多 %d 项", maxItems), EN: fmt.Sprintf("at most %d", maxItems)})
		return nil
	}
	return n.Content
}

// maxItems bounds the lists of a rule file, every item of which may be tried on
// every row of a form. The longest known one has a dozen.
const maxItems = 100

// words are the texts of a list.
func (m mapping) words(key string) []string {
	var out []string
	for _, n := range m.items(key) {
		out = append(out, m.r.scalar(n))
	}
	return out
}

// places is a count of decimal places, −1 where it is missing.
func (m mapping) places(key string) int32 {
	if m.at[key] == nil {
		return -1
	}
	i := m.integer(key)
	if i < 0 || i > 6 {
		m.r.fail(m.at[key], extract.Text{ZH: key + " 应在 0 到 6 之间", EN: key + " must lie between 0 and 6"}, extract.Text{ZH: "取整数写 0", EN: "write 0 for whole points"})
	}
	return int32(i)
}

// formula is the formula of a key, which may use the given names.
func (m mapping) formula(key string, names []string) *formula.Formula {
	n := m.at[key]
	if n == nil {
		return nil
	}
	f, err := formula.Parse(m.r.scalar(n), names)
	var e *formula.Error
	if errors.As(err, &e) {
		at := *n
		at.Column += e.Column - 1
		if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
			at.Column++
		}
		m.r.fail(&at, e.Reason, e.Hint)
	}
	return f
}

// text is a {zh, en} pair, or one text for both languages.
func (m mapping) text(key string) extract.Text {
	if n := m.at[key]; n != nil && n.Kind == yaml.ScalarNode {
		return extract.Text{ZH: n.Value, EN: n.Value}
	}
	return m.r.mapping(m.at[key], "zh", "en").pair()
}

func (m mapping) pair() extract.Text {
	if m.node != nil {
		m.need("zh", "en")
	}
	return extract.Text{ZH: m.scalar("zh"), EN: m.scalar("en")}
}
