package sets

import (
	"slices"
	"strconv"
	"strings"

	"ziping/extract"
	"ziping/normalize"
	"ziping/score/rubric"
)

// Choose returns the rule set for a form and why it was chosen: by the form's
// family, else by a region named in its head, else the default. Where the form's
// own scores show that its office goes by another known rule, that one is taken.
func Choose(r *normalize.Report) (*rubric.Set, extract.Text) {
	s, why := pick(r)
	if other, n := recognise(s, r); other != nil {
		k := strconv.Itoa(n)
		return other, extract.Text{
			ZH: why.ZH + "；表中另有 " + k + " 项得分只符合其中的另一种已知办法，按" + other.Name.ZH + "核对",
			EN: why.EN + "; " + k + " scores of the form follow another known way, so it is tested by " + other.Name.EN,
		}
	}
	return s, why
}

// pick chooses by what the form says of itself.
func pick(r *normalize.Report) (*rubric.Set, extract.Text) {
	all := entries()
	year := 0
	if r.Year != nil {
		year, _ = strconv.Atoi(r.Year.Value)
	}
	if r.Family != nil {
		for i := range all {
			if all[i].applies.In(year) && slices.Contains(all[i].applies.Families, *r.Family) {
				s := all[i].set()
				return s, extract.Text{
					ZH: "按表式 " + *r.Family + " 选用" + s.Name.ZH,
					EN: "chosen by the form's family " + *r.Family + ": " + s.Name.EN,
				}
			}
		}
	}
	for _, f := range []*normalize.Field{r.Title, r.Organisation} {
		if f.IsBlank() {
			continue
		}
		if e, region := byRegion(all, f.Text, year); e != nil {
			s := e.set()
			return s, extract.Text{
				ZH: "表头写有“" + region + "”，选用" + s.Name.ZH,
				EN: "the form's head names " + region + ": " + s.Name.EN,
			}
		}
	}
	s := Default()
	return s, extract.Text{ZH: "未知本单位的评分规则，选用" + s.Name.ZH, EN: "the office's own rule is not known: " + s.Name.EN}
}

// byRegion finds the set of the region that a text names; of two (湖北省广水市)
// the later one's, for places go from large to small.
func byRegion(all []*entry, text string, year int) (best *entry, region string) {
	at := -1
	for i := range all {
		if !all[i].applies.In(year) {
			continue
		}
		for _, name := range all[i].applies.Regions {
			if k := strings.Index(text, name); k > at {
				best, region, at = all[i], name, k
			}
		}
	}
	return best, region
}
