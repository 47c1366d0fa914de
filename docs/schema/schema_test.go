package schema

import "testing"

func TestValidate(t *testing.T) {
	const sha = `"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`
	for _, tt := range []struct {
		name, schema, json string
		ok                 bool
	}{
		{"a document", "document-1", `{"schema":"ziping.document/1","source":{"name":"a.txt",` + sha + `},"pages":[{"number":1,"origin":"text"}],"tables":[{"rows":1,"cols":2,"cells":[{"row":0,"col":1,"rowspan":1,"colspan":1,"text":"1"}]}]}`, true},
		{"a cell without spans", "document-1", `{"schema":"ziping.document/1","source":{"name":"a.txt",` + sha + `},"pages":[],"tables":[{"rows":1,"cols":2,"cells":[{"row":0,"col":1,"text":"1"}]}]}`, false},
		{"a key nobody knows", "document-1", `{"schema":"ziping.document/1","source":{"name":"a.txt",` + sha + `},"pages":[],"tables":[],"extra":1}`, false},
		{"a failure", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"failed","error":{"kind":"empty","message":"the file is empty"}}`, true},
		{"a defect", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"failed","error":{"kind":"internal","message":"a fault","where":"normalize/place/goals.go:88"}}`, true},
		{"a defect that names the building machine", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"failed","error":{"kind":"internal","message":"a fault","where":"/home/x/goals.go:88"}}`, false},
		{"a failure without a reason", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"failed"}`, false},
		{"success without reports", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"ok"}`, false},
		{"a number that is no string", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"ok","reports":[{"family":null,"unplaced":[],"year":{"text":"2023","value":2023,"state":"parsed"}}]}`, false},
		{"a report", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"ok","reports":[{"family":null,"unplaced":[],"year":{"text":"2023","value":"2023","state":"parsed"}}]}`, true},
		{"an audited report", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"ok","reports":[{"family":null,"unplaced":[],"findings":[],"repairs":[],"tallies":{"SUM-01":{"agree":1,"disagree":0,"untestable":0}}}]}`, true},
		{"checks without their findings", "result-1", `{"schema":"ziping.result/1","source":{"name":"a.txt",` + sha + `},"status":"ok","reports":[{"family":null,"unplaced":[],"repairs":[],"tallies":{"SUM-01":{"agree":1,"disagree":0,"untestable":0}}}]}`, false},
		{"a line of a run", "run-1", `{"path":"a.txt",` + sha + `,"status":"ok","outputs":[{"path":"a.json",` + sha + `}],"findings":{"error":0},"ms":3}`, true},
		{"a defect in a run", "run-1", `{"path":"a.txt",` + sha + `,"status":"failed","error":{"kind":"internal","message":"x","where":"extract/grid/torn.go:7"},"ms":3}`, true},
		{"outputs of a failure", "run-1", `{"path":"a.txt",` + sha + `,"status":"failed","outputs":[{"path":"a.json",` + sha + `}],"error":{"kind":"empty","message":"x"},"ms":3}`, false},
	} {
		err := Validate(tt.schema, []byte(tt.json))
		if (err == nil) != tt.ok {
			t.Errorf("%s: got %v, want ok %v", tt.name, err, tt.ok)
		}
	}
}
