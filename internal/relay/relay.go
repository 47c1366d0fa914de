// Package relay is what passes between ziping and a program that has its inputs done
// elsewhere: by workers on other machines. ziping makes the plan of a run (which inputs,
// how their outputs are called, what decides their bytes) and in the end takes what came
// of them as if its own workers had done it. What lies between knows no form, no
// account and no summary.
//
//	ziping relay-plan PATH... -o DIR    writes a Plan, then an Input with its content for each
//	ziping work                         does the Job of one (internal/worker)
//	ziping relay-gather -o DIR          reads a Plan, then a Done with its blobs for each
//
// Both streams are frames (internal/frame) and end with a message that says so: one that
// stops without it was cut off.
package relay

import (
	"encoding/json"

	"ziping/internal/batch"
	"ziping/internal/worker"
)

// The hidden commands of ziping.
const (
	PlanCommand   = "relay-plan"
	GatherCommand = "relay-gather"
	ForgetCommand = "relay-forget" // what workers keep on disk, after one of them crashed
	AskCommand    = "relay-ask"    // prints Plan.Program and, after a blank, Speech
	WorkCommand   = "work"
)

// Speech is what the commands speak, and workers: another number is not understood.
const Speech = "2"

// Plan is what holds for all inputs of a run.
type Plan struct {
	Program  string          `json:"program"` // its version and what it can do: another gives other outputs
	Key      string          `json:"key"`     // version and options, as in the account
	Formats  []string        `json:"formats"`
	Dataset  []string        `json:"dataset,omitempty"` // formats of the dataset that is to be made
	Job      string          `json:"job"`               // of the worker
	Settings json.RawMessage `json:"settings"`
	Lang     string          `json:"lang"`
}

// Input is one input of a plan. Its content follows in the stream of a plan.
type Input struct {
	Path     string         `json:"path"`
	Out      string         `json:"out"`
	Name     string         `json:"name"`
	Named    bool           `json:"named,omitempty"`
	Size     int64          `json:"size"`
	SHA256   string         `json:"sha256,omitempty"`   // "" of one larger than what is read
	Prepares bool           `json:"prepares,omitempty"` // see worker.Job
	Failure  *batch.Failure `json:"failure,omitempty"`  // it could not be read, and is done with that
	Content  int            `json:"content,omitempty"`  // bytes that follow
	End      bool           `json:"end,omitempty"`      // there are no more
}

// Done is an input with what became of it. The blobs follow: what the worker said, then
// the outputs. There are none where there is an error.
type Done struct {
	Input
	Blobs []int           `json:"blobs,omitempty"` // their sizes
	Error *worker.Failure `json:"error,omitempty"`
	MS    int64           `json:"ms,omitempty"`
}

// param is the parameter of a job.
type param struct {
	Settings json.RawMessage
	Name     string
	Size     int64
	Named    bool
	Formats  []string
}

// Work is the job that an input is for a worker.
func (p *Plan) Work(in *Input, content []byte) worker.Job {
	return worker.Job{Name: p.Job, Param: param{p.Settings, in.Name, in.Size, in.Named, p.Formats}, Data: content, Prepares: in.Prepares}
}
