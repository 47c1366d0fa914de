// Package money knows what holds between amounts of one block of money, before
// anything is checked: which rows add up to which, whether rates are printed as
// fractions, and which sums a row's cells make where they are put.
//
//	money.Structure(report, lists, lex)           // FundRow.Parts and Splits
//	money.Rates(funds)                            // 0.958 becomes 95.8 where its column is printed so
//	(&money.Block{Rows: rows, …}).Place()         // the columns of the cells of each row
//	money.Agreement(columns, cells, placement)    // the sums of a row that then hold
//
// It decides where a cell belongs. Whether the form is right is what score asks.
package money

import (
	"slices"
	"strings"

	"ziping/normalize"
	"ziping/normalize/lexicon"
	"ziping/text/blank"
)

// Structure says which rows add up to which, from the kinds and order of the
// sources: 合计 = 财政资金小计 + 其他资金小计, 财政资金小计 = ① + ② + ③.
func Structure(rep *normalize.Report, lists [2][]string, lex *lexicon.Lexicon) {
	f := rep.Funds
	inSplit := map[string]bool{}
	for _, list := range lists {
		for _, s := range list {
			inSplit[s] = true
		}
	}
	var total *normalize.FundRow
	var parent *normalize.FundRow
	var top []string
	first, second := 0, -1 // places in top of the total and of a second one: one for each of two lists, it may be
	for i := range f.Rows {
		r := &f.Rows[i]
		kind := Kind(r.Source)
		switch {
		case inSplit[r.Source], kind == "source" && !hasMoney(r): // ①…… says nothing and belongs nowhere
		case kind == "total" && total == nil:
			total, parent, first = r, nil, len(top)
		case kind == "fiscal_subtotal" || kind == "other_subtotal":
			parent = r
			top = append(top, r.Source)
		case parent != nil && underSubtotal(Kind(parent.Source), kind, r.Label):
			parent.Parts = append(parent.Parts, r.Source)
		default:
			if kind == "total" {
				second = len(top)
			}
			parent = nil
			top = append(top, r.Source)
		}
	}
	if total == nil {
		return
	}
	total.Parts = nested(rep, total, top, lex)
	if second >= 0 && !someColumnAgrees(rep, total) {
		total.Parts = nested(rep, total, slices.Delete(slices.Clone(top), second, second+1), lex)
		if !someColumnAgrees(rep, total) {
			total.Parts = nil // which rows each of the totals adds up is not told but by their sums
			twoLists(rep, total, f.Row(top[second]), top, first, second)
		}
	}
	for _, list := range settledLists(rep, total, lists) {
		if len(list) > 1 {
			total.Splits = append(total.Splits, list)
		}
	}
}

// twoLists gives each of two totals the rows of its own list, where both stand below
// theirs or both above, and some column of each adds up: income beside spending.
func twoLists(rep *normalize.Report, one, two *normalize.FundRow, top []string, first, second int) {
	below, above := [2][]string{top[:first], top[first:second]}, [2][]string{top[first:second], top[second+1:]}
	for i, lists := range [][2][]string{below, above} {
		if i == 0 && second+1 < len(top) || i == 1 && first > 0 || len(lists[0]) == 0 || len(lists[1]) == 0 {
			continue // rows that would be of no list
		}
		one.Parts, two.Parts = lists[0], lists[1]
		if someColumnAgrees(rep, one) && someColumnAgrees(rep, two) {
			return
		}
		one.Parts, two.Parts = nil, nil
	}
}

// settledLists moves the one source of parallel lists that must be of the other list, for
// only so both add up: of two texts in a row, whose columns are lost, the second may go on
// with the first list.
//
//	一般公共预算:60 | 基本支出:70
//	其他资金:40                     or of the other list
func settledLists(rep *normalize.Report, total *normalize.FundRow, lists [2][]string) [2][]string {
	agrees := func(lists [2][]string) bool {
		return listAgrees(rep, total, lists[0]) && listAgrees(rep, total, lists[1])
	}
	if len(lists[0]) == 0 || len(lists[1]) == 0 || agrees(lists) {
		return lists
	}
	out, ways := lists, 0
	for a := range lists {
		for k, s := range lists[a] {
			try := lists
			try[a] = slices.Delete(slices.Clone(lists[a]), k, k+1)
			try[1-a] = append(slices.Clone(lists[1-a]), s)
			if agrees(try) {
				out, ways = try, ways+1
			}
		}
	}
	if ways != 1 {
		return lists
	}
	return out
}

func listAgrees(rep *normalize.Report, total *normalize.FundRow, list []string) bool {
	agree, _ := runningSums(rep, total, list).outside(0, 0)
	return agree > 0
}

// someColumnAgrees reports that the parts of a total add up to it in some column.
func someColumnAgrees(rep *normalize.Report, total *normalize.FundRow) bool {
	return listAgrees(rep, total, total.Parts)
}

// hasMoney reports an amount in any column.
func hasMoney(r *normalize.FundRow) bool {
	for _, c := range normalize.MoneyColumns {
		if !r.Column(c).IsBlank() {
			return true
		}
	}
	return false
}

// Kind is a source id without its running number.
func Kind(source string) string {
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
	s := blank.Fold(label)
	return strings.HasPrefix(s, "①") || strings.HasPrefix(s, "②") || strings.HasPrefix(s, "③") || strings.HasPrefix(s, "④") || strings.HasPrefix(s, "⑤")
}
