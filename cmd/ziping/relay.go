package main

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/extract/pdfin"
	"ziping/internal/batch"
	"ziping/internal/dataset"
	"ziping/internal/frame"
	"ziping/internal/pipeline"
	"ziping/internal/relay"
	"ziping/internal/worker"
)

// Inputs that are done on other machines are planned here and come back here
// (internal/relay). The commands are hidden: a program gives them, no person.

// relays are the hidden commands.
func (a *app) relays() []*cobra.Command {
	forget := &cobra.Command{Use: relay.ForgetCommand, Hidden: true, Args: cobra.NoArgs, Run: func(*cobra.Command, []string) { pdfin.Forget(cacheFolder()) }}
	ask := &cobra.Command{Use: relay.AskCommand, Hidden: true, Args: cobra.NoArgs, Run: func(*cobra.Command, []string) { fmt.Fprintln(a.stdout, program(), relay.Speech) }}
	return []*cobra.Command{a.relayPlan(), a.relayGather(), forget, ask}
}

// program says which program this is: the outputs of another may differ.
func program() string {
	name := version
	if rev := revision(); rev != "" {
		name += "+" + rev
	}
	if !recognises {
		name += "-noocr"
	}
	return name
}

// relayPlan writes the plan that convert would follow, with the content of the inputs.
func (a *app) relayPlan() *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use: relay.PlanCommand, Hidden: true, Args: a.pathsOrList(&f.chooseFlags), PreRunE: a.readingFlags,
		RunE: func(_ *cobra.Command, args []string) error {
			wanted, err := a.formats(f.to)
			if err != nil {
				return err
			}
			var data []string
			if f.dataset != "" { // what stands in DIR is looked at where that is
				var wrong string
				if data, wrong = dataset.ParseFormats(f.dataset); wrong != "" {
					return a.oneOf("dataset", wrong, dataset.Formats)
				}
				wanted = withJSON(wanted, data)
			}
			plan, err := a.choose(args, f.chooseFlags)
			if err != nil {
				return err
			}
			s, err := a.auditing(f.auditFlags)
			if err != nil {
				return err
			}
			if f.dir != "" {
				if err := plan.Overlap(f.dir); err != nil {
					return a.cannotOpen(f.dir, err)
				}
			}
			if s.RulesText, err = rulesText(s.Rules); err != nil {
				return a.badRules(s.Rules, err)
			}
			return a.writePlan(plan, s, wanted, data)
		},
	}
	cmd.Flags().StringVarP(&f.dir, "output", "o", "", "")
	cmd.Flags().StringVar(&f.to, "to", strings.Join(pipeline.OutputFormats, ","), "")
	a.addDatasetFlag(cmd.Flags(), &f.dataset)
	a.addChooseFlags(cmd.Flags(), &f.chooseFlags)
	a.addAuditFlags(cmd.Flags(), &f.auditFlags)
	return cmd
}

// rulesText is what a file of rules holds, "" where they come with the program.
func rulesText(name string) (string, error) {
	info, err := os.Stat(name)
	if name == "" || errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return "", nil
	}
	data, err := os.ReadFile(name)
	return string(data), err
}

// Inputs are handed on together, so many bytes or what comes in so long: to wake who reads
// them for each costs more than a small one does.
const (
	relayBytes = 128 << 10
	relayWait  = 20 * time.Millisecond
)

func (a *app) writePlan(plan *batch.Plan, s settings, wanted, data []string) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	head := relay.Plan{Program: program(), Key: runKey(s), Formats: wanted, Dataset: data, Job: convertJob, Settings: raw, Lang: string(a.lang)}
	out := bufio.NewWriterSize(a.stdout, relayBytes)
	if err := errors.Join(frame.Write(out, head), out.Flush()); err != nil { // it asks the queue meanwhile
		return err
	}
	flushed := time.Now()
	messages := a.messages()
	for in := range plan.Inputs(wanted) {
		r := relay.Input{Path: in.Path, Out: in.Out, Name: in.Name(), Named: in.Named}
		content, err := batch.Read(in, a.stdin, extract.DefaultLimits().Bytes)
		if err != nil {
			failure := messages.Read(err)
			r.Failure, content = &failure, batch.Content{}
		}
		r.Size, r.Content = content.Size, len(content.Data)
		if err == nil && content.Whole() {
			r.SHA256 = fmt.Sprintf("%x", sha256.Sum256(content.Data))
		}
		r.Prepares = formats.Sniff(content.Data) == formats.PDF
		if err := frame.Write(out, r, content.Data); err != nil {
			return err
		}
		if now := time.Now(); now.Sub(flushed) > relayWait { // of a slow disk
			flushed = now
			if err := out.Flush(); err != nil {
				return err
			}
		}
	}
	return errors.Join(frame.Write(out, relay.Input{End: true}), out.Flush())
}

// relayGather writes what became of the inputs of a plan, as convert would have.
func (a *app) relayGather() *cobra.Command {
	var f convertFlags
	cmd := &cobra.Command{
		Use: relay.GatherCommand, Hidden: true, Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			in := bufio.NewReaderSize(a.stdin, 1<<20)
			var head relay.Plan
			if err := frame.Read(in, &head); err != nil {
				return fmt.Errorf("no plan: %w", err)
			}
			data, err := a.gatheredDataset(&head, f)
			if err != nil {
				return err
			}
			ctx, cancel := context.WithCancel(context.Background())
			defer cancel()
			g := &gathered{in: in, cut: cancel, waiting: map[string]batch.Outcome{}, runner: runner{a: a}, wanted: head.Formats}
			plan := batch.Listed(g.inputs)
			show := a.newProgress(plan, f.asJSON, false)
			show.brief = true
			messages := a.messages()
			messages.Read = func(err error) batch.Failure {
				var e *unreadError
				errors.As(err, &e)
				return e.failure
			}
			run, err := batch.Open(plan, f.dir, batch.Options{
				Formats: head.Formats, Key: head.Key, Force: f.force, Runner: g,
				Summary: newSummary(a.lang, f.dir, data), Anew: f.dataset != "" || len(head.Dataset) > 0, Messages: messages,
				Done: func(e batch.Event) { g.forget(e.Line.Path); show.done(e) },
			})
			if err != nil {
				return a.cannotOpen(f.dir, err)
			}
			a.setAside(f.dir, run.Damaged())
			debug.SetGCPercent(smallParent)
			t, err := run.Do(ctx)
			show.end()
			if err != nil {
				a.stopped(f.dir, t.OK+t.Partial, err)
				a.exit = exitAllFailed
				return nil
			}
			a.lost = exitSomeFailed
			show.total(t, f.dir)
			a.exit = status(t.Inputs-t.Skipped, t.Failed, t.Interrupted, f.strict && t.Findings["error"] > 0)
			if !t.Interrupted {
				a.writeDataset(ctx, f.dir, data, f.force, a.lastWords(f.asJSON, false))
			}
			return nil
		},
	}
	cmd.Flags().StringVarP(&f.dir, "output", "o", "", "")
	a.addDatasetFlag(cmd.Flags(), &f.dataset)
	cmd.Flags().BoolVar(&f.force, "force", false, "")
	cmd.Flags().BoolVar(&f.strict, "strict", false, "")
	cmd.Flags().BoolVar(&f.asJSON, "json", false, "")
	return cmd
}

// gatheredDataset are the formats of the dataset that DIR is to have: those asked for now,
// or when the plan was made, else those it has.
func (a *app) gatheredDataset(head *relay.Plan, f convertFlags) ([]string, error) {
	list := cmp.Or(f.dataset, strings.Join(head.Dataset, ","))
	data, err := a.datasetFor(f.dir, list, f.force)
	if err == nil && list != "" && !slices.Contains(head.Formats, "json") {
		err = a.usage(a.say("数据集由 JSON 写成，提交时没有要 JSON", "a dataset is made of the JSON, and none was asked for when the job was submitted"),
			a.say("请用 ziping-farm submit --dataset 或 --to json 重新提交", "submit it again with ziping-farm submit --dataset, or --to json"))
	}
	return data, err
}

// gathered is a Runner for inputs that were done elsewhere.
type gathered struct {
	in     *bufio.Reader
	cut    func() // called when the stream ends before its end
	runner runner
	wanted []string

	mu      sync.Mutex
	waiting map[string]batch.Outcome // by path
}

// unreadError says that an input could not be read where it is.
type unreadError struct{ failure batch.Failure }

func (e *unreadError) Error() string { return e.failure.Message }

// inputs are the inputs of the stream. One that is cut off interrupts the run.
func (g *gathered) inputs(yield func(batch.Input) bool) {
	for {
		in, end, err := g.next()
		switch {
		case err != nil:
			g.cut()
			yield(batch.Input{})
			return
		case end || !yield(in):
			return
		}
	}
}

func (g *gathered) next() (in batch.Input, end bool, err error) {
	var d relay.Done
	if err := frame.Read(g.in, &d); err != nil || d.End {
		return in, d.End, err
	}
	var answer worker.Answer
	for i, n := range d.Blobs {
		b, err := frame.Blob(g.in, n)
		switch {
		case err != nil:
			return in, false, err
		case i == 0:
			answer.Value = b
		default:
			answer.Blobs = append(answer.Blobs, b)
		}
	}
	in = batch.Input{Path: d.Path, File: d.Path, Out: d.Out, Named: d.Named, Elsewhere: true, SHA256: d.SHA256}
	if d.Failure != nil {
		in.Err = &unreadError{*d.Failure}
		return in, false, nil
	}
	var out batch.Outcome
	if d.Error != nil {
		err = d.Error.Err()
	} else {
		out, err = g.runner.outcome(answer, g.wanted)
	}
	if err != nil {
		f := failure(pipeline.FailureOf(err, g.runner.a.lang))
		out = batch.Outcome{Status: batch.Failed, Failure: &f}
	}
	out.Took = time.Duration(d.MS) * time.Millisecond
	g.mu.Lock()
	defer g.mu.Unlock()
	g.waiting[d.Path] = out
	return in, false, nil
}

// forget lets go of what came of an input that an earlier run had done.
func (g *gathered) forget(path string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.waiting, path)
}

// Run gives what came of an input.
func (g *gathered) Run(_ context.Context, t batch.Task) batch.Outcome {
	g.mu.Lock()
	defer g.mu.Unlock()
	out := g.waiting[t.Path]
	delete(g.waiting, t.Path)
	return out
}
