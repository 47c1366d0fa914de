package identity

// scale takes back scores beyond their weights where most are: each may be out of a hundred
// (权重 10%, 评分 95), of which the weight is a share.
func (w *premises) scale() {
	beyond, all := 0, 0
	for i := range w.tested {
		if t := &w.tested[i]; t.Kind == Range && t.Stated.Sign() > 0 && t.Outcome != Untestable {
			all++
			if t.is(Disagree) {
				beyond++
			}
		}
	}
	if beyond < fewestScaled || 2*beyond <= all {
		return
	}
	for i := range w.tested {
		if t := &w.tested[i]; t.Kind == Range && t.is(Disagree) {
			t.unshown(OneScale)
		}
	}
}

// fewestScaled is how many scores beyond their weights speak for another scale.
const fewestScaled = 3
