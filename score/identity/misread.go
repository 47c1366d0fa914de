package identity

import (
	"slices"
	"strings"

	"ziping/text/edits"
	"ziping/text/num"
)

// A sum that fails on a recognised form may fail because a figure of it was misread. A
// clear print is never misread, and one that is not quite clear is misread in a
// character or two, or cut off at an end, not into another figure altogether. Where more than that would have
// to be read otherwise for the sum to hold, it is the form that is wrong: two characters
// in one or two figures, or so many that no figure outweighs the others any more.

const (
	// mostMisread is how many characters of a sum's figures may all be misread.
	mostMisread = 2
	// mostDoubted is how many doubtful figures are tried in pairs; a sum with more of
	// them may fail for anything.
	mostDoubted = 8
)

// ByMisreading reports whether an identity that fails on the given prints (the result's
// first, then its parts') may hold with so much read otherwise, in the figures that are
// in doubt.
func ByMisreading(id *Identity, prints []Print, doubted func(k int) bool) bool {
	var in []int
	for k := range prints {
		switch {
		case !doubted(k):
		case !prints[k].OK: // something may stand where nothing was read
			return true
		case stroke(prints[k].N): // it may be a slash, which stands where there is no figure
			return true
		default:
			in = append(in, k)
		}
	}
	if id.Kind != Sum {
		return len(in) > 0
	}
	if len(in) > 0 && !outweighed(id, prints, in) || len(in) > mostDoubted {
		return true
	}
	for _, k := range in {
		if v, ok := implied(id, prints, k); ok && (edits.Distance(prints[k].N.String(), v.String()) <= mostMisread || cutOff(prints[k].N.String(), v.String()) || k == 0 && foreign(prints[0].N, v)) {
			return true
		}
	}
	for _, k := range in {
		was := prints[k].N
		found := slips(was.String(), func(other num.Decimal) bool {
			prints[k].N = other
			for _, l := range in {
				if l == k {
					continue
				}
				if v, ok := implied(id, prints, l); ok && edits.Distance(prints[l].N.String(), v.String()) < mostMisread {
					return true
				}
			}
			return false
		})
		prints[k].N = was
		if found {
			return true
		}
	}
	return false
}

// stroke reports a figure of one digit that looks like a slash.
func stroke(n num.Decimal) bool { return n.String() == "1" || n.String() == "7" }

// outweighed reports that one figure of a sum is larger than all others together can be,
// with a character read otherwise in each that is in doubt.
func outweighed(id *Identity, prints []Print, in []int) bool {
	least, most := make([]num.Decimal, len(prints)), make([]num.Decimal, len(prints))
	all := id.Constant.Abs()
	for k, p := range prints {
		if !p.OK {
			continue
		}
		n := p.N.Abs()
		scale := id.Scale
		if k > 0 {
			scale = id.Parts[k-1].Scale
		}
		least[k], most[k] = n, n
		if slices.Contains(in, k) {
			whole, _, _ := strings.Cut(n.String(), ".")
			least[k], most[k] = power(len(whole)-2), power(len(whole)+1)
		}
		least[k], most[k] = least[k].Shift(scale), most[k].Shift(scale)
		all = all.Add(most[k])
	}
	for k := range prints {
		if least[k].Cmp(all.Sub(most[k])) > 0 {
			return true
		}
	}
	return false
}

// power is ten to the power of n, 0 for less than one.
func power(n int) num.Decimal {
	if n < 0 {
		return num.Decimal{}
	}
	return num.New(1, 0).Shift(int32(n))
}

// implied is the value of the kth figure with which a sum holds.
func implied(id *Identity, prints []Print, k int) (v num.Decimal, ok bool) {
	sum := id.Constant
	if k > 0 {
		sum = sum.Sub(prints[0].N.Shift(id.Scale))
	}
	for i, p := range id.Parts {
		if i+1 == k || !prints[i+1].OK {
			continue
		}
		if n := prints[i+1].N.Shift(p.Scale); p.Coef < 0 {
			sum = sum.Sub(n)
		} else {
			sum = sum.Add(n)
		}
	}
	switch {
	case k == 0:
		return sum.Shift(-id.Scale), true
	case !prints[0].OK:
		return v, false
	case id.Parts[k-1].Coef < 0:
		return sum.Shift(-id.Parts[k-1].Scale), true
	}
	return num.Decimal{}.Sub(sum).Shift(-id.Parts[k-1].Scale), true
}

// slips tries the figures that a text is with one character more, fewer or another,
// until one is found.
func slips(text string, try func(num.Decimal) bool) bool {
	const signs = "0123456789.-"
	at := func(s string) bool {
		n, err := num.Parse(s)
		return err == nil && try(n)
	}
	for i := 0; i <= len(text); i++ {
		for _, c := range signs {
			if at(text[:i]+string(c)+text[i:]) || i < len(text) && at(text[:i]+string(c)+text[i+1:]) {
				return true
			}
		}
		if i < len(text) && at(text[:i]+text[i+1:]) {
			return true
		}
	}
	return false
}

// foreign reports a result at least a thousand times as large as what its parts make: neither a
// misprint nor a misreading of that, but something else in its place, as a telephone number whose
// dash was lost.
func foreign(is, of num.Decimal) bool {
	const times = 3 // powers of ten
	return is.Abs().Cmp(power(times)) > 0 && is.Abs().Cmp(of.Abs().Shift(times)) >= 0
}

// cutOff reports a figure that is what is left of another whose beginning or end was not
// seen.
func cutOff(left, of string) bool { return strings.HasPrefix(of, left) || strings.HasSuffix(of, left) }
