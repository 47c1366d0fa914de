package normalize

import (
	"strings"

	"ziping/normalize/lexicon"
	"ziping/normalize/num"
)

// sumStructure says which rows add up to which, from the kinds and order of the
// sources: 合计 = 财政资金小计 + 其他资金小计, 财政资金小计 = ① + ② + ③.
func sumStructure(f *Funds, split splitState) {
	inSplit := map[string]bool{}
	for _, list := range split.lists {
		for _, s := range list {
			inSplit[s] = true
		}
	}
	var total *FundRow
	var parent *FundRow
	var top []string
	for i := range f.Rows {
		r := &f.Rows[i]
		kind := kindOf(r.Source)
		switch {
		case inSplit[r.Source]:
		case kind == "total" && total == nil:
			total, parent = r, nil
		case kind == "fiscal_subtotal" || kind == "other_subtotal":
			parent = r
			top = append(top, r.Source)
		case parent != nil && underSubtotal(kindOf(parent.Source), kind, r.Label):
			parent.Parts = append(parent.Parts, r.Source)
		default:
			parent = nil
			top = append(top, r.Source)
		}
	}
	if total == nil {
		return
	}
	total.Parts = nested(f, total, top)
	for _, list := range split.lists {
		if len(list) > 1 {
			total.Splits = append(total.Splits, list)
		}
	}
}

// kindOf is a source id without its running number.
func kindOf(source string) string {
	if i := strings.LastIndexByte(source, '_'); i > 0 && i+1 < len(source) && source[i+1] >= '0' && source[i+1] <= '9' {
		return source[:i]
	}
	return source
}

// underSubtotal reports a row that is part of the subtotal above it: a level of
// government under the fiscal money, and whatever is numbered: ①社会资金.
func underSubtotal(parent, kind, label string) bool {
	if kind == "fiscal_subtotal" || kind == "other_subtotal" || kind == "total" {
		return false
	}
	return ordinal(label) || parent == "fiscal_subtotal" && levelOfGovernment[kind]
}

var levelOfGovernment = map[string]bool{"central": true, "central_provincial": true, "provincial": true, "municipal": true, "county": true, "local": true}

func ordinal(label string) bool {
	s := lexicon.Fold(label)
	return strings.HasPrefix(s, "①") || strings.HasPrefix(s, "②") || strings.HasPrefix(s, "③") || strings.HasPrefix(s, "④") || strings.HasPrefix(s, "⑤")
}

// nested takes rows out of a total's parts that are parts of the row above them
// (其中:财政拨款, then 其中:中央, 省级 of it). The print does not say which of the
// two it is; it is taken to be nested only where that makes every column of the
// total and of the row hold, and taking them side by side does not.
func nested(f *Funds, total *FundRow, top []string) []string {
	if len(top) < 3 || adds(f, total, top) {
		return top
	}
	for at := range top {
		for to := at + 2; to <= len(top); to++ {
			row, parts := f.Row(top[at]), top[at+1:to]
			rest := append(append([]string(nil), top[:at+1]...), top[to:]...)
			if adds(f, row, parts) && adds(f, total, rest) {
				row.Parts = append([]string(nil), parts...)
				return rest
			}
		}
	}
	return top
}

// adds reports that a row is the sum of others in each of at least two columns.
func adds(f *Funds, row *FundRow, parts []string) bool {
	columns := 0
	for _, c := range MoneyColumns {
		whole, ok := row.Column(c).Number()
		if !ok {
			continue
		}
		sum, any := num.Decimal{}, false
		for _, p := range parts {
			if n, ok := f.Row(p).Column(c).Number(); ok {
				sum, any = sum.Add(n), true
			}
		}
		if !any || !sum.Equal(whole) {
			return false
		}
		if !whole.IsZero() {
			columns++
		}
	}
	return columns >= 2
}
