package solve

// joiner gathers names into groups that share members.
type joiner struct{ parent map[string]string }

func newJoiner() *joiner { return &joiner{parent: map[string]string{}} }

// root is the name that stands for the group of a name.
func (j *joiner) root(name string) string {
	for {
		p, ok := j.parent[name]
		if !ok {
			return name
		}
		if pp, ok := j.parent[p]; ok {
			j.parent[name] = pp
		}
		name = p
	}
}

func (j *joiner) join(a, b string) {
	if ra, rb := j.root(a), j.root(b); ra != rb {
		j.parent[rb] = ra
	}
}
