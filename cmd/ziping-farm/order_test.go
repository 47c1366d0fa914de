package main

import (
	"context"
	"crypto/x509"
	"encoding/pem"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"ziping/internal/farm"
	"ziping/internal/farm/queue"
)

// Small inputs come first, or the oldest do, whatever their size.
func TestOrder(t *testing.T) {
	t.Parallel()
	url := oneServer(t)
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 6)
	long(t, in) // before other.txt and torn.xlsx
	for first, last := range map[string]string{"small": "long.txt", "oldest": "torn.xlsx"} {
		run(t, exitOK, "submit", in, "-o", filepath.Join(t.TempDir(), "out"), "--to", "json", "--job", "j", "--first", first, "--nats", url, "--tenant", first)
		q := dial(t, url, first)
		defer q.Close()
		ctx := context.Background()
		j, err := q.Job(ctx, "j")
		if err != nil {
			t.Fatal(err)
		}
		var order []string
		for _, class := range farm.Classes { // as a worker looks at them
			line, err := q.Line(ctx, j.Plan.Program, class, 0)
			if err != nil {
				t.Fatal(err)
			}
			all, err := line.Take(10)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range all {
				order = append(order, d.Input.Name)
			}
		}
		if len(order) != 6 || order[5] != last {
			t.Errorf("%s first: tasks come in the order of %v; %s was to be last", first, order, last)
		}
	}
}

// Certificates are handed through: the server's is held to its issuer.
func TestTLS(t *testing.T) {
	t.Parallel()
	web := httptest.NewTLSServer(nil) // for its certificate, which is good for 127.0.0.1
	defer web.Close()
	c := web.TLS.Certificates[0]
	key, err := x509.MarshalPKCS8PrivateKey(c.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put := func(name, kind string, data []byte) string {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: data}), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	cert, secret := put("cert.pem", "CERTIFICATE", c.Certificate[0]), put("key.pem", "PRIVATE KEY", key)
	at := address(t)
	start(t, "serve", "--listen", at, "--data", t.TempDir(), "--tls-cert", cert, "--tls-key", secret)
	until(t, "a server with a certificate answers", func() error {
		q, err := queue.Dial(queue.Options{URL: "tls://" + at, CA: cert})
		if err == nil {
			q.Close()
		}
		return err
	})
	run(t, exitOK, "work", "--idle", "1ms", "--nats", "tls://"+at, "--tls-ca", cert)
	says(t, exitAllFailed, "的证书不能验证", "cannot be verified", "status", "--nats", "tls://"+at)
}
