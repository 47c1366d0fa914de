package sets

import (
	"go.yaml.in/yaml/v3"

	"ziping/score/rubric"
)

// example reads one example.
func (r *reader) example(n *yaml.Node) rubric.Example {
	m := r.mapping(n, "name", "level", "target", "actual", "reason", "coefficient", "deduction", "rate", "budget", "executed",
		"total", "full", "grade", "weight", "score", "points", "places", "not", "derived", "from")
	e := rubric.Example{
		Name: m.scalar("name"), Level: m.scalar("level"), Target: m.scalar("target"), Actual: m.scalar("actual"), Reason: m.scalar("reason"),
		Coefficient: m.scalar("coefficient"), Deduction: m.scalar("deduction"), Grade: m.scalar("grade"),
		Places: m.places("places"), Not: m.flag("not"), Derived: m.flag("derived"), From: m.text("from"), Place: r.place(n),
	}
	figure := func(key string) string {
		m.decimal(key)
		return m.scalar(key)
	}
	e.Rate, e.Budget, e.Executed = figure("rate"), figure("budget"), figure("executed")
	e.Total, e.Full, e.Weight, e.Score = figure("total"), figure("full"), figure("weight"), figure("score")
	e.Points = figure("points")
	switch {
	case e.Points != "":
		m.need("score")
	case e.Total != "":
		m.need("grade")
	case e.Rate != "" || e.Budget != "":
		m.need("weight", "score")
		if e.Budget != "" {
			m.need("executed")
		}
	default:
		m.need("weight", "score")
	}
	return e
}
