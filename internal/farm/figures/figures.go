// Package figures shows what a worker does: for Prometheus at /metrics, for people at /.
//
// The text format is written by hand: a dozen counters need no library, and the client of
// Prometheus would weigh as much as the queue's.
package figures

import (
	"cmp"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"runtime"
	"time"

	"ziping/extract"
	"ziping/internal/farm/desk"
)

// figure is one of them.
type figure struct {
	Name, Kind string
	Help       extract.Text
	Value      float64
}

// Page is the figures of a worker.
type Page struct {
	Worker, Program, Server, Tenant string
	Lang                            extract.Lang
	F                               *desk.Figures
	Since                           time.Time
}

func (p *Page) figures() []figure {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	f := p.F
	return []figure{
		{"ziping_farm_tasks_taken_total", "counter", extract.Text{ZH: "取得的任务", EN: "tasks taken"}, float64(f.Taken.Load())},
		{"ziping_farm_tasks_done_total", "counter", extract.Text{ZH: "完成的任务", EN: "tasks done"}, float64(f.Done.Load())},
		{"ziping_farm_tasks_failed_total", "counter", extract.Text{ZH: "其中失败的输入", EN: "of them inputs that failed"}, float64(f.Failed.Load())},
		{"ziping_farm_tasks_again_total", "counter", extract.Text{ZH: "再次发来的任务", EN: "tasks that had been given out before"}, float64(f.Again.Load())},
		{"ziping_farm_tasks_twice_total", "counter", extract.Text{ZH: "完成时已有结果的任务", EN: "tasks whose result was there when they were done"}, float64(f.Twice.Load())},
		{"ziping_farm_tasks_dead_total", "counter", extract.Text{ZH: "放弃的任务", EN: "tasks given up"}, float64(f.Dead.Load())},
		{"ziping_farm_tasks_held", "gauge", extract.Text{ZH: "手上的任务", EN: "tasks held now"}, float64(f.Holds.Load())},
		{"ziping_farm_output_bytes_total", "counter", extract.Text{ZH: "写出的字节", EN: "bytes of outputs"}, float64(f.Bytes.Load())},
		{"ziping_farm_work_seconds_total", "counter", extract.Text{ZH: "处理用时（秒）", EN: "seconds of work"}, float64(f.Busy.Load()) / 1000},
		{"ziping_farm_waits_total", "counter", extract.Text{ZH: "因服务器离线或已满而等待的次数", EN: "times that servers were away or full"}, float64(f.Waits.Load())},
		{"ziping_farm_memory_bytes", "gauge", extract.Text{ZH: "本进程内存（字节）", EN: "memory of this process in bytes"}, float64(m.Sys)},
		{"ziping_farm_up_seconds", "gauge", extract.Text{ZH: "已运行（秒）", EN: "seconds since it started"}, time.Since(p.Since).Round(time.Second).Seconds()},
	}
}

// show shows them.
func (p *Page) show(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/metrics":
		w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
		for _, f := range p.figures() {
			fmt.Fprintf(w, "# HELP %s %s\n# TYPE %s %s\n%s %s\n", f.Name, f.Help.EN, f.Name, f.Kind, f.Name, plain(f.Value))
		}
	case "/":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		type row struct{ Name, Value string }
		data := struct {
			*Page
			Title, Head string
			Rows        []row
		}{Page: p, Title: extract.Text{ZH: "工作机", EN: "Worker"}.In(p.Lang), Head: "ziping-farm"}
		for _, f := range p.figures() {
			data.Rows = append(data.Rows, row{f.Help.In(p.Lang), plain(f.Value)})
		}
		_ = page.Execute(w, data) // a reader that has gone is no failure
	default:
		http.NotFound(w, r)
	}
}

func plain(v float64) string { return fmt.Sprintf("%.10g", v) }

var page = template.Must(template.New("").Parse(`<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>{{.Head}} {{.Worker}}</title>
<style>body{font:16px/1.5 sans-serif;margin:2em}td{padding:.2em 1.5em .2em 0;border-bottom:1px solid #ddd}td+td{text-align:right;font-variant-numeric:tabular-nums}</style>
<h1>{{.Title}} {{.Worker}}</h1><p>ziping {{.Program}} · {{.Server}} · {{.Tenant}}</p>
<table>{{range .Rows}}<tr><td>{{.Name}}<td>{{.Value}}{{end}}</table>
`))

// Serve shows them at an address until the listener is closed. Without a host it is this
// machine alone.
func Serve(address string, p *Page) (net.Listener, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", net.JoinHostPort(cmp.Or(host, "127.0.0.1"), port))
	if err != nil {
		return nil, err
	}
	s := &http.Server{Handler: http.HandlerFunc(p.show), ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = s.Serve(l) }() // ends with the listener
	return l, nil
}
