package narrative

import (
	"slices"
	"strings"

	"ziping/extract"
	"ziping/score"
	"ziping/score/checks/cite"
	"ziping/score/prose"
	"ziping/score/wording"
	"ziping/text/blank"
	"ziping/text/num"
)

// TXT04 finds parts listed in the narrative that do not add to the whole it states.
var TXT04 = score.Check{
	Doc: score.Doc{
		ID: "TXT-04", Name: "narrative-sum", Level: score.Notice,
		Title: extract.Text{ZH: "文字中列举的各部分之和等于总数", EN: "Parts listed in the narrative add to the stated whole"},
		What: extract.Text{
			ZH: "“共若干，其中……”“分别为……”“……合计若干”各部分单位相同的，加起来等于总数。“其中”未必列全：只有相加超过总数，或列了多数、只差一点的才提示；可以重叠的部分（女性、党员、脱贫户）不加。一处“分别”列的数与另一处同一名称的总数也要一致。",
			EN: "In “so many in all, among them …” (其中), “… each” (分别为) and “… together” (合计), parts of one unit add to the whole. 其中 need not list all parts: it is reported where they add to more, or where they are nearly all. Parts that may overlap (women, party members) are not added. Figures listed with 分别 also add to the whole that is given elsewhere for the same name.",
		},
		Why:    extract.Text{ZH: "分项加不出总数，说明数字来自不同的口径。", EN: "Parts that do not add up were taken from different counts."},
		Right:  extract.Text{ZH: "演出331场，其中城区120场、乡镇211场", EN: "331 shows, 120 in town and 211 in villages"},
		Wrong:  extract.Text{ZH: "ABC类人才分别新增17名、40名、149名（206名）……其中，省高层次ABC类人才198人", EN: "17, 40 and 149 of classes A, B and C (206) … 198 of classes A, B and C"},
		Fix:    extract.Text{ZH: "不更正：总数和分项都可能错。", EN: "None: the whole or a part may be wrong."},
		Source: extract.Text{ZH: "福州 2023 年自评表", EN: "the 2023 Fuzhou form"},
		Since:  "0.2",
	},
	Run: narrativeSum,
}

func narrativeSum(p *score.Pass) {
	n := narrativeOf(p)
	for s := range n.sources {
		src := &n.sources[s]
		if src.role == reasons {
			continue
		}
		n.listing(p, src)
		n.named(p, src)
		ms := src.text.Mentions
		for k := 0; k < len(ms); {
			if ms[k].List == 0 {
				if ms[k].Among == prose.Together {
					n.together(p, src, k)
				}
				k++
				continue
			}
			end := k
			for end < len(ms) && (ms[end].List == ms[k].List || ms[end].Kind == prose.Name) {
				end++
			}
			n.list(p, src, k, end)
			k = end
		}
	}
}

// adds is a whole and the parts that should add to it.
type adds struct {
	whole     *prose.Mention
	parts     []*prose.Mention
	low, high num.Decimal // of the sum
	sum       num.Decimal
}

func (a *adds) add(m *prose.Mention) {
	v, low, high, _ := valueOf(m)
	a.parts = append(a.parts, m)
	a.sum, a.low, a.high = a.sum.Add(v), a.low.Add(low), a.high.Add(high)
}

// holds reports a sum that the whole's print can stand for.
func (a *adds) holds() bool {
	v, low, high, _ := valueOf(a.whole)
	return v.Equal(a.sum) || low.Cmp(a.high) <= 0 && a.low.Cmp(high) <= 0
}

// outgrown reports a part greater than the whole.
func (a *adds) outgrown() bool {
	_, _, high, _ := valueOf(a.whole)
	for _, m := range a.parts {
		if _, low, _, _ := valueOf(m); low.Cmp(high) > 0 {
			return true
		}
	}
	return false
}

// mostParts is of how many parts it is asked whether some of them make the whole.
const mostParts = 12

// some reports that several of the parts make the whole, and the others say something else
// of it: a part of a part in brackets, or what was made of it (收到156件，来信60件，来访96件，
// 办结150件).
func (a *adds) some() bool {
	if len(a.parts) < 3 || len(a.parts) > mostParts {
		return false
	}
	for set := 1; set < 1<<len(a.parts); set++ {
		of := adds{whole: a.whole}
		for i, m := range a.parts {
			if set&(1<<i) != 0 {
				of.add(m)
			}
		}
		if len(of.parts) > 1 && of.holds() {
			return true
		}
	}
	return false
}

// tell tells of parts that do not make the whole, unless some of them do.
func (a *adds) tell(p *score.Pass, src *source) {
	if a.some() {
		p.Agree()
		return
	}
	p.Found(a.found(p, src))
}

// between reports a sum of at least from and at most to hundredths of the whole.
func (a *adds) between(from, to int64) bool {
	v, _, _, _ := valueOf(a.whole)
	s := a.sum.Mul(hundred)
	return s.Cmp(v.Mul(num.FromInt(from))) >= 0 && s.Cmp(v.Mul(num.FromInt(to))) <= 0
}

// addable reports a figure that can be a part or a whole.
func addable(m *prose.Mention) bool {
	return (m.Kind == prose.Level || m.Kind == prose.Plan) && m.Hedge == prose.Plain && m.Unit != "%" && m.Unit != "‰" && m.Unit != ""
}

// unitOf is what a figure counts.
func unitOf(m *prose.Mention) string {
	_, _, _, base := valueOf(m)
	return base
}

// list tests the parts ms[from:to] of one list.
func (n *narrative) list(p *score.Pass, src *source, from, to int) {
	ms := src.text.Mentions
	if ms[from].Among == prose.Each {
		if n.each(p, src, from, to) {
			return
		}
	}
	whole := -1
	for i := from - 1; i >= 0 && ms[i].Sentence == ms[from].Sentence; i-- {
		if ms[i].Kind == prose.Name {
			continue
		}
		if addable(&ms[i]) && unitOf(&ms[i]) == unitOf(&ms[from]) {
			whole = i
			break
		}
		if addable(&ms[i]) && ms[from].Among == prose.Each {
			return
		}
	}
	if whole < 0 || ms[whole].List != 0 || to < len(ms) && ms[to].List != 0 && ms[to].Sentence == ms[from].Sentence {
		return // no whole, or parts of parts
	}
	a := adds{whole: &ms[whole]}
	mostly := slices.ContainsFunc(narrativeWords().Mostly, func(w string) bool { return strings.Contains(src.between(whole, from), w) })
	overlap := false
	for i := from; i < to; i++ {
		m := &ms[i]
		switch {
		case m.Kind == prose.Name || m.Kind == prose.Growth || m.Kind == prose.Share || m.Kind == prose.Completion:
		case unitOf(m) != unitOf(a.whole):
		case !addable(m):
			return // a part that is a range or a guess
		default:
			a.add(m)
			overlap = overlap || overlaps(m, a.whole, src)
		}
	}
	if len(a.parts) == 0 {
		return
	}
	v, _, _, _ := valueOf(a.whole)
	switch {
	case a.holds():
		p.Agree()
	case a.outgrown():
		p.Found(a.found(p, src))
	case len(a.parts) == 1:
	case ms[from].Among == prose.Each:
		if a.between(80, 120) {
			a.tell(p, src)
		}
	case a.sum.Cmp(v) > 0 && !overlap && a.between(100, 200):
		a.tell(p, src)
	case !overlap && !mostly && (len(a.parts) > 2 && a.between(80, 100) || a.between(90, 100)):
		a.tell(p, src)
	}
}

// each compares the parts that 分别 lists with the whole that another sentence
// gives for the same name: ABC类人才分别新增17名、40名、149名 … ABC类人才198人.
func (n *narrative) each(p *score.Pass, src *source, from, to int) bool {
	ms := src.text.Mentions
	words := src.text.Quote(ms[from].Words)
	name, _, ok := strings.Cut(words, "分别")
	if !ok {
		return false
	}
	name = blank.Trim(name)
	if len([]rune(name)) < fewWords {
		return false
	}
	a := adds{}
	for i := from; i < to; i++ {
		if m := &ms[i]; addable(m) && unitOf(m) == unitOf(&ms[from]) {
			a.add(m)
		}
	}
	if len(a.parts) < 2 {
		return false
	}
	tested := false
	for i := range ms {
		m := &ms[i]
		if i >= from && i < to || m.Among == prose.Each || !addable(m) || unitOf(m) != unitOf(&ms[from]) || !strings.Contains(src.text.Quote(m.Words), name) {
			continue
		}
		a.whole = m
		if a.holds() {
			p.Agree()
			return true
		}
		tested = a.between(50, 200)
		if tested {
			break
		}
	}
	if tested {
		p.Found(a.found(p, src))
	}
	return tested
}

// together tests a whole behind its parts: A 17名、B 40名、C 149名,合计206名.
func (n *narrative) together(p *score.Pass, src *source, k int) {
	ms := src.text.Mentions
	a := adds{whole: &ms[k]}
	if !addable(a.whole) {
		return
	}
	first := k
	for first > 0 && ms[first-1].Sentence == ms[k].Sentence && ms[first-1].Among != prose.Together {
		first--
	}
	for i := first; i < k; i++ {
		m := &ms[i]
		switch {
		case m.Kind == prose.Name || unitOf(m) != unitOf(a.whole) || m.Among == prose.Part:
		case m.Hedge != prose.Plain:
			return // a part that is a guess
		case addable(m):
			a.add(m)
		}
	}
	switch {
	case len(a.parts) < 2:
	case a.holds():
		p.Agree()
	case a.between(50, 200):
		a.tell(p, src)
	}
}

// found is the finding that parts do not add up.
func (a *adds) found(p *score.Pass, src *source) score.Finding {
	v, _, _, _ := valueOf(a.whole)
	var terms []string
	power := a.whole.Power
	for _, m := range a.parts {
		power = min(power, m.Power)
	}
	for _, m := range a.parts {
		x, _, _, _ := valueOf(m)
		terms = append(terms, x.Shift(-power).String())
	}
	sum, whole := a.sum.Shift(-power).String(), v.Shift(-power).String()
	d := a.sum.Sub(v).Abs().Shift(-power).String()
	quote := quoted([]toldFigure{{src, a.whole}, {src, a.parts[0]}, {src, a.parts[len(a.parts)-1]}})
	work := strings.Join(terms, " + ") + " = " + sum + " ≠ " + whole
	return score.Finding{
		Field: src.path, At: cite.Place(src.field), Verdict: score.Undetermined,
		Stated: v.String(), Expected: a.sum.String(), Against: wording.Parts,
		Message: p.Say(
			"各部分相加不等于总数："+work+"，相差 "+d+"；原文"+quote,
			"the parts do not add to the whole: "+work+", off by "+d+"; in the text: "+quote),
	}
}
