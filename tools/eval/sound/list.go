package sound

import (
	"fmt"
	"strconv"
	"strings"

	"ziping/tools/eval/forms"
)

// leaf is one indicator.
type leaf struct {
	first, second  int // its group's number at each level
	name           string
	target, actual string
	weight, score  int // hundredths
	rate, measure  string
	sign           string
	beside         bool // its marks are beside the full mark
}

// list is the tree of levels with its total.
func (d *draw) list(columns []string, side bool) {
	if d.f.Cols <= len(columns) {
		side = false
	}
	levels := d.Levels
	if d.IntN(6) == 0 {
		levels = d.Managed
	}
	var leaves []*leaf
	names := map[string]bool{}
	n1, n2 := 0, 0
	var first, second []string
	inList := 0
	if d.inList {
		inList = 1
		first, second = append(first, pick(d, d.Spent)), append(second, pick(d, d.Spent))
		weight := []int{1000, 2000, 500}[d.IntN(3)]
		score := (weight*d.spent + 5000) / 10000
		leaves = append(leaves, &leaf{name: pick(d, d.Spent), target: "100%", actual: percent(d.spent, false), rate: percent(d.spent, false), measure: "%", sign: "=", weight: weight, score: score})
		names[leaves[0].name] = true
		d.full, d.got = d.full-weight, d.got+score
		n1, n2 = 1, 1
	}
	for _, l := range levels {
		groups := l[1:]
		if len(groups) > 1 {
			groups = groups[:1+d.IntN(len(groups))]
		}
		for _, g := range groups {
			for range 1 + d.IntN(3) {
				x := d.leaf(g, names)
				x.first, x.second = n1, n2
				leaves = append(leaves, x)
			}
			second = append(second, g)
			n2++
		}
		first = append(first, l[0])
		n1++
	}
	marked := hasField(columns, "weight")
	if marked {
		d.points(leaves)
	}
	if marked && hasField(columns, "score") && d.IntN(8) == 0 {
		leaves, first, second = d.bonus(leaves, first, second)
	}
	from := 0
	if side {
		from = 1
	}
	e := d.cut(from, d.f.Cols, len(columns))
	top := d.row
	d.row += d.headings(e, columns)
	// A subtotal may stand behind each first level, and levels may be printed again on each row.
	subtotals, again := d.IntN(8) == 0 && marked, d.IntN(10) == 0
	rowOf := make([]int, len(leaves))
	nth := 0
	for k := range leaves {
		rowOf[k] = d.row
		d.row++
		if subtotals && endsGroup(leaves, k) {
			d.row++
		}
	}
	hasScore := false
	sums := [2]map[int]int{{}, {}}
	prefix := func(k int) string {
		if k == 0 || leaves[k].second != leaves[k-1].second {
			nth = 0
		}
		nth++
		if d.numbered && !leaves[k].beside {
			return fmt.Sprintf("%s%d：", pick(d, []string{"指标"}), nth)
		}
		return ""
	}
	for _, x := range leaves {
		sums[0][x.first] += x.weight
		sums[1][x.second] += x.weight
	}
	beside := 0 // points printed in the label: none, the first level's, both
	if !strings.Contains(strings.Join(columns, " "), "level1_weight") {
		beside = max(0, d.IntN(5)-2)
	}
	spelled := []string{"（%s分）", "(%s分)", "（%s）", "%s分"}[d.IntN(4)]
	label := func(name string, level, group int) string {
		if name != "" && beside > level && sums[level][group] > 0 {
			return name + fmt.Sprintf(spelled, hundredths(sums[level][group]))
		}
		return name
	}
	weightAt, scoreAt := -1, -1
	var weights, scores []string
	for i, c := range columns {
		head, field := column(c)
		from, wide := e[i], e[i+1]-e[i]
		for k := 0; k < len(leaves); k++ {
			x := leaves[k]
			at := fmt.Sprintf("indicators[%d].", k-inList)
			run := 1
			group := func(y *leaf) int { return y.first }
			if strings.HasPrefix(field, "level2") {
				group = func(y *leaf) int { return y.second }
			}
			if strings.HasPrefix(field, "level") {
				for !again && k+run < len(leaves) && group(leaves[k+run]) == group(x) {
					run++
				}
			}
			text, path, kind := "", at+field, forms.Value
			switch field {
			case "level1":
				text, kind = label(first[x.first], 0, x.first), forms.Label
				if again { // points go to the first row of a group
					text = first[x.first]
				}
				d.named(k-inList, run, "level1", first[x.first])
				path = ""
			case "level2":
				text, kind = label(second[x.second], 1, x.second), forms.Label
				if again {
					text = second[x.second]
				}
				d.named(k-inList, run, "level2", second[x.second])
				path = ""
			case "level1_weight":
				text, path, kind = d.given(sums[0][x.first]), "", forms.Number
			case "level2_weight":
				text, path, kind = d.given(sums[1][x.second]), "", forms.Number
			case "name":
				text = prefix(k) + d.lines(x.name)
			case "target":
				text = x.target
			case "actual":
				text = x.actual
			case "weight":
				text, kind, weightAt = d.given(x.weight), forms.Number, i
				if !x.beside {
					weights = append(weights, path)
				}
			case "score":
				text, kind, scoreAt, hasScore = d.written(x.score), forms.Number, i, true
				scores = append(scores, path)
			case "reason", "remark":
				if x.score < x.weight && d.IntN(2) == 0 {
					text = d.lines(pick(d, d.Reasons))
				}
				kind = forms.Text
				if field == "remark" {
					path = ""
				}
			case "past":
				if path = ""; !x.beside {
					text = x.actual
				}
			case "checked":
				text, path, kind = d.written(x.score), "", forms.Number
			case "number":
				text, path = strconv.Itoa(k+1), ""
			case "rate":
				text, path = x.rate, ""
			case "measure":
				text, path = x.measure, ""
			case "sign":
				text, path = x.sign, ""
			default:
				words := d.Explained
				if strings.Contains(head, "标准") {
					words = d.Rules
				}
				text, path = d.lines(pick(d, words)), ""
			}
			if k < inList { // its points are the budget's, and the rest of the row is said above
				path = ""
				if field == "weight" || field == "score" {
					path = "funds[" + d.whole + "]." + field
					d.f.Summed = append(d.f.Summed, path)
				}
			}
			d.put(rowOf[k], from, run, wide, kind, text, path)
			k += run - 1
		}
	}
	if subtotals && marked {
		d.subtotals(leaves, rowOf, e, from, weightAt, scoreAt)
	}
	if marked && d.IntN(5) > 0 {
		at := min(weightAt, scoreAt)
		d.put(d.row, from, 1, e[at]-from, forms.Label, pick(d, d.wordList.Total), "")
		if d.IntN(5) > 0 {
			d.put(d.row, e[weightAt], 1, e[weightAt+1]-e[weightAt], forms.Number, d.share(10000), "total.weight")
			d.f.Summed = append(append(d.f.Summed, "total.weight"), weights...)
		}
		if hasScore {
			d.put(d.row, e[scoreAt], 1, e[scoreAt+1]-e[scoreAt], forms.Number, d.written(d.got), "total.score")
			d.f.ended = true
			d.f.Summed = append(append(d.f.Summed, "total.score"), scores...)
		}
		if side && d.IntN(2) == 0 {
			d.put(top, 0, d.row-top, 1, forms.Label, pick(d, d.Side["list"]), "")
			d.put(d.row, 0, 1, 1, forms.Label, "", "")
		} else if side {
			d.put(top, 0, d.row+1-top, 1, forms.Label, pick(d, d.Side["list"]), "")
		}
		d.row++
	} else if side {
		d.put(top, 0, d.row-top, 1, forms.Label, pick(d, d.Side["list"]), "")
	}
}

// endsGroup reports whether a row is the last of a first level that has a subtotal.
func endsGroup(leaves []*leaf, k int) bool {
	return !leaves[k].beside && (k+1 == len(leaves) || leaves[k+1].first != leaves[k].first)
}

// subtotals puts a row behind each first level with what its rows add up to.
func (d *draw) subtotals(leaves []*leaf, rowOf, e []int, from, weightAt, scoreAt int) {
	word := pick(d, d.Subtotal)
	weight, score := 0, 0
	for k, x := range leaves {
		weight, score = weight+x.weight, score+x.score
		if !endsGroup(leaves, k) {
			continue
		}
		row := rowOf[k] + 1
		d.put(row, from, 1, e[min(weightAt, scoreAt)]-from, forms.Label, word, "")
		d.put(row, e[weightAt], 1, e[weightAt+1]-e[weightAt], forms.Number, d.share(weight), "")
		d.put(row, e[scoreAt], 1, e[scoreAt+1]-e[scoreAt], forms.Number, d.written(score), "")
		weight, score = 0, 0
	}
}

// named says the level of each row of a group.
func (d *draw) named(from, n int, field, name string) {
	for k := range n {
		if from+k < 0 || name == "" {
			continue
		}
		d.f.Truth[fmt.Sprintf("indicators[%d].%s", from+k, field)] = name
	}
}

// leaf draws an indicator that fits its group.
func (d *draw) leaf(group string, used map[string]bool) *leaf {
	x := &leaf{}
	kind := "words"
	switch {
	case strings.Contains(group, "满意"):
		kind = "satisfied"
	case strings.Contains(group, "数量") || strings.Contains(group, "配置"):
		kind = "number"
	case strings.Contains(group, "质量") && d.IntN(8) == 0:
		kind = "ruled"
	case strings.Contains(group, "质量") || strings.Contains(group, "执行") || strings.Contains(group, "管理"):
		kind = "share"
	case strings.Contains(group, "时效"):
		kind = "date"
	case strings.Contains(group, "成本"):
		kind = "cost"
	case strings.Contains(group, "职责"):
		kind = []string{"number", "share", "date"}[d.IntN(3)]
	}
	for range 30 {
		x.name = pick(d, d.Names[kind])
		if !used[x.name] {
			break
		}
		x.name = pick(d, d.Project)[:6] + x.name
	}
	used[x.name] = true
	x.measure = pick(d, d.Measures)
	switch kind {
	case "number":
		n := 1 + d.IntN(5000)
		m := n + d.IntN(1+n/10)
		x.sign = pick(d, []string{"≥", "=", ""})
		x.target, x.actual = fmt.Sprintf("%s%d%s", x.sign, n, x.measure), fmt.Sprintf("%d%s", m, x.measure)
		x.rate = hundredths(m*10000/n) + "%"
	case "share", "satisfied":
		n := 80 + d.IntN(20)
		m := n + d.IntN(101-n)
		x.sign, x.measure = "≥", "%"
		x.target, x.actual = fmt.Sprintf("≥%d%%", n), fmt.Sprintf("%d%%", m)
		x.rate = "100%"
	case "date":
		x.target, x.actual, x.rate, x.measure = pick(d, d.Date), pick(d, d.DateDone), "100%", ""
	case "ruled":
		x.target, x.actual, x.rate, x.measure = pick(d, d.Ruled.Target), pick(d, d.Ruled.Done), "100%", ""
	case "cost":
		n := 10 + d.IntN(900)
		x.sign, x.measure = "≤", "万元"
		x.target, x.actual = fmt.Sprintf("≤%d万元", n), fmt.Sprintf("%d万元", n-d.IntN(8))
		x.rate = "100%"
	default:
		x.target, x.actual, x.rate, x.measure = pick(d, d.Wording), pick(d, d.Answers), "100%", ""
		x.sign = "定性"
	}
	return x
}

// points gives the list what the budget leaves, in whole or half points.
func (d *draw) points(leaves []*leaf) {
	unit := 100
	if d.IntN(5) == 0 || d.full/unit < len(leaves) {
		unit = 50
	}
	left := d.full / unit
	for i, x := range leaves {
		rest := len(leaves) - i - 1
		share := left / (rest + 1)
		w := max(1, share)
		if share > 1 && rest > 0 {
			w = max(1, share+d.IntN(3)-1)
		}
		if rest == 0 {
			w = left
		}
		w = min(w, left-rest)
		left -= w
		x.weight = w * unit
		x.score = x.weight
		if d.IntN(4) == 0 {
			x.score -= []int{50, 100, 20, 35}[d.IntN(4)]
			x.score = max(0, x.score)
		}
		d.got += x.score
	}
}
