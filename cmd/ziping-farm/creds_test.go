package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nkeys"
)

// issuer signs what a server of JWTs goes by: an operator and its accounts.
type issuer struct {
	t    *testing.T
	pair nkeys.KeyPair
}

func newIssuer(t *testing.T, pair nkeys.KeyPair, err error) *issuer {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return &issuer{t, pair}
}

func (i *issuer) name() string {
	i.t.Helper()
	name, err := i.pair.PublicKey()
	if err != nil {
		i.t.Fatal(err)
	}
	return name
}

func (i *issuer) sign(claims jwt.Claims) string {
	i.t.Helper()
	text, err := claims.Encode(i.pair)
	if err != nil {
		i.t.Fatal(err)
	}
	return text
}

// account is an account that the operator lets in, with room for streams.
func (i *issuer) account(name string, streams bool) (a *issuer, token string) {
	i.t.Helper()
	pair, err := nkeys.CreateAccount()
	a = newIssuer(i.t, pair, err)
	claims := jwt.NewAccountClaims(a.name())
	claims.Name = name
	if streams {
		claims.Limits.JetStreamLimits = jwt.JetStreamLimits{MemoryStorage: -1, DiskStorage: -1, Streams: -1, Consumer: -1}
	}
	return a, i.sign(claims)
}

// user writes the credentials of a user of an account, who may do what change says.
func (i *issuer) user(change func(*jwt.UserClaims)) (file string) {
	i.t.Helper()
	pair, err := nkeys.CreateUser()
	u := newIssuer(i.t, pair, err)
	claims := jwt.NewUserClaims(u.name())
	change(claims)
	seed, err := pair.Seed()
	if err != nil {
		i.t.Fatal(err)
	}
	text, err := jwt.FormatUserConfig(i.sign(claims), seed)
	if err != nil {
		i.t.Fatal(err)
	}
	file = filepath.Join(i.t.TempDir(), "user.creds")
	if err := os.WriteFile(file, text, 0o600); err != nil {
		i.t.Fatal(err)
	}
	return file
}

// Credentials (a JWT and its seed) let a user in with the rights that the JWT gives: the
// whole of a run for one who may do what the docs say, nothing of another account, nothing
// for one whose time is over, and a remedy where rights are missing.
func TestCredentials(t *testing.T) {
	t.Parallel()
	pair, err := nkeys.CreateOperator()
	operator := newIssuer(t, pair, err)
	system, systemToken := operator.account("SYS", false)
	office, officeToken := operator.account("OFFICE", true)
	other, otherToken := operator.account("OTHER", true)
	claims := jwt.NewOperatorClaims(operator.name())
	claims.SystemAccount = system.name()
	at := address(t)
	config := filepath.Join(t.TempDir(), "server.conf")
	text := fmt.Sprintf("listen: %q\njetstream {}\noperator: %s\nsystem_account: %s\nresolver: MEMORY\nresolver_preload: { %s: %s, %s: %s, %s: %s }\n",
		at, operator.sign(claims), system.name(), system.name(), systemToken, office.name(), officeToken, other.name(), otherToken)
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	said := start(t, "serve", "--config", config, "--data", t.TempDir())
	url := "nats://" + at
	// What docs/deploy says that a user of one tenant needs.
	worker := office.user(func(u *jwt.UserClaims) {
		u.Permissions.Pub.Allow.Add("ziping.main.>", "$JS.API.>", "$JS.ACK.>", "$O.ziping-main.>", "_INBOX.>")
		u.Permissions.Sub.Allow.Add("ziping.main.>", "_INBOX.>")
	})
	until(t, "the server answers", func() error {
		out, err := command("work", "--idle", "1ms", "--nats", url, "--creds", worker).CombinedOutput()
		if err != nil {
			err = fmt.Errorf("%w: %s, the server: %s", err, out, said.said)
		}
		return err
	})
	in := filepath.Join(t.TempDir(), "in")
	forms(t, in, 8)
	long(t, in) // through the object store too
	want := single(t, in, "--to", "json")
	out := filepath.Join(t.TempDir(), "out")
	with := []string{"--nats", url, "--creds", worker}
	run(t, exitOK, append([]string{"submit", in, "-o", out, "--to", "json", "--job", "j"}, with...)...)
	run(t, exitOK, append([]string{"work", "--idle", "1ms"}, with...)...)
	run(t, exitSomeFailed, append([]string{"collect", "--wait"}, with...)...)
	same(t, want, out)

	zh, en := "不接受所给的凭据", "does not accept these credentials"
	says(t, exitAllFailed, zh, en, "status", "--nats", url)
	past := office.user(func(u *jwt.UserClaims) { u.Expires = time.Now().Add(-time.Hour).Unix() })
	says(t, exitAllFailed, zh, en, "status", "--nats", url, "--creds", past)
	stranger := other.user(func(*jwt.UserClaims) {})
	says(t, exitAllFailed, "没有 main 的任务", "nothing was submitted", "status", "--nats", url, "--creds", stranger)
	says(t, exitAllFailed, "不允许此用户这样做", "does not let this user do that", append([]string{"submit", in, "-o", out, "--tenant", "other"}, with...)...)
	says(t, exitAllFailed, "--creds "+config+" 不能用", "--creds "+config+" cannot be used", "status", "--nats", url, "--creds", config)
	none := filepath.Join(t.TempDir(), "none.creds")
	says(t, exitAllFailed, "--creds "+none+" 不能用", "--creds "+none+" cannot be used", "status", "--nats", url, "--creds", none)
}
