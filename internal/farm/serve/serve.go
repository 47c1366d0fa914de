// Package serve is the servers of a farm where none exist: NATS with JetStream in this
// process, on one machine or on three that hold everything threefold.
package serve

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats-server/v2/server"

	"ziping/extract"
	"ziping/internal/farm"
)

// Options say how a server is set up.
type Options struct {
	Listen  string // HOST:PORT
	Data    string // folder
	Config  string // a file of nats-server's; what it says counts more than these options
	Name    string
	Cluster string   // its name
	Join    string   // HOST:PORT where the servers of the cluster reach this one
	Routes  []string // HOST:PORT of the others
	MaxDisk int64    // most that all streams take; 0: as the server thinks fit
	Cert    string   // files
	Key     string
	CA      string // of clients' certificates: they have to show one
}

// Server is a server that runs.
type Server struct {
	s        *server.Server
	user     string
	password string
}

// user is who clients are where a password was made for them.
const user = "ziping"

// syncEvery bounds what a power cut can take of what one server alone holds.
const syncEvery = 500 * time.Millisecond

// Start starts a server and waits until it answers.
func Start(o Options) (*Server, error) {
	opts := &server.Options{}
	if o.Config != "" {
		read, err := server.ProcessConfigFile(o.Config)
		if err != nil {
			return nil, &farm.Problem{
				Message: extract.Text{ZH: "--config " + o.Config + " 有误：" + err.Error(), EN: "--config " + o.Config + ": " + err.Error()},
				Hint:    extract.Text{ZH: "写法同 nats-server 的配置文件", EN: "it is a configuration file of nats-server"}, Err: err,
			}
		}
		opts = read
	}
	s := &Server{}
	host, port, err := split(o.Listen)
	if err != nil {
		return nil, err
	}
	if o.Config == "" || opts.Port == 0 {
		opts.Host, opts.Port = host, port
	}
	if opts.StoreDir == "" {
		opts.StoreDir = o.Data
	}
	opts.JetStream, opts.NoSigs, opts.NoLog = true, true, true
	if opts.SyncInterval == 0 { // else the configuration says
		opts.SyncInterval = syncEvery
	}
	opts.MaxPayload = 8 << 20
	opts.JetStreamMaxStore = o.MaxDisk
	if o.Name != "" {
		opts.ServerName = o.Name
	}
	if o.Join != "" {
		opts.Cluster.Name = o.Cluster
		if opts.Cluster.Host, opts.Cluster.Port, err = split(o.Join); err != nil {
			return nil, err
		}
		for _, r := range o.Routes {
			opts.Routes = append(opts.Routes, &url.URL{Scheme: "nats", Host: r})
		}
		if opts.ServerName == "" {
			opts.ServerName = "ziping-" + strings.ReplaceAll(o.Join, ":", "-")
		}
	}
	if o.Cert != "" {
		opts.TLSConfig, err = server.GenTLSConfig(&server.TLSConfigOpts{CertFile: o.Cert, KeyFile: o.Key, CaFile: o.CA, Verify: o.CA != ""})
		if err != nil {
			return nil, &farm.Problem{
				Message: extract.Text{ZH: "TLS 证书不能用：" + err.Error(), EN: "the certificate cannot be used: " + err.Error()},
				Hint:    extract.Text{ZH: "请检查 --tls-cert、--tls-key、--tls-ca 文件", EN: "check the files of --tls-cert, --tls-key and --tls-ca"}, Err: err,
			}
		}
		opts.TLS, opts.TLSVerify = true, o.CA != ""
	}
	if o.Config == "" && !loopback(opts.Host) {
		if s.password, err = password(opts.StoreDir); err != nil {
			return nil, err
		}
		s.user = user
		opts.Username, opts.Password = s.user, s.password
		if opts.Cluster.Port != 0 { // whoever joins has to know it too
			opts.Cluster.Username, opts.Cluster.Password = s.user, s.password
			for _, r := range opts.Routes {
				r.User = url.UserPassword(s.user, s.password)
			}
		}
	}
	if s.s, err = server.NewServer(opts); err != nil {
		return nil, cannot(o.Listen, err)
	}
	if err := possible(opts); err != nil { // it would say so in its log alone
		return nil, cannot(o.Listen, err)
	}
	s.s.Start()
	if !s.s.ReadyForConnections(startWait) {
		s.s.Shutdown()
		return nil, cannot(o.Listen, errNotReady)
	}
	return s, nil
}

// startWait is far more than a start takes.
const startWait = 20 * time.Second

var errNotReady = errors.New("not ready in time")

// possible reports what would keep a server from starting: a port that is taken, a folder
// that cannot be written.
func possible(o *server.Options) error {
	addresses := []string{}
	if o.Port > 0 {
		addresses = append(addresses, net.JoinHostPort(o.Host, strconv.Itoa(o.Port)))
	}
	if o.Cluster.Port > 0 {
		addresses = append(addresses, net.JoinHostPort(o.Cluster.Host, strconv.Itoa(o.Cluster.Port)))
	}
	for _, a := range addresses {
		l, err := net.Listen("tcp", a)
		if err != nil {
			return err
		}
		_ = l.Close()
	}
	if err := os.MkdirAll(o.StoreDir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(o.StoreDir, ".ziping-*")
	if err != nil {
		return err
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func cannot(listen string, err error) error {
	return &farm.Problem{
		Message: extract.Text{ZH: "服务器不能在 " + listen + " 启动：" + err.Error(), EN: "no server can start at " + listen + ": " + err.Error()},
		Hint:    extract.Text{ZH: "端口可能已被占用（换 --listen），或数据文件夹不能写入（换 --data）", EN: "the port may be taken (another --listen), or the folder not be writable (another --data)"}, Err: err,
	}
}

// URL is what clients connect to, with the password that was made for them.
func (s *Server) URL() string {
	u, err := url.Parse(s.s.ClientURL())
	if err != nil {
		return s.s.ClientURL()
	}
	if s.user != "" {
		u.User = url.UserPassword(s.user, s.password)
	}
	return u.String()
}

// Stop ends it: what it holds is on disk.
func (s *Server) Stop() {
	s.s.Shutdown()
	s.s.WaitForShutdown()
}

func split(address string) (host string, port int, err error) {
	host, text, err := net.SplitHostPort(address)
	if err == nil {
		port, err = strconv.Atoi(text)
	}
	if err != nil || port < -1 || port > 65535 {
		return "", 0, &farm.Problem{
			Message: extract.Text{ZH: address + " 不是地址", EN: address + " is no address"},
			Hint:    extract.Text{ZH: "例如 127.0.0.1:4222，或 0.0.0.0:4222", EN: "for example 127.0.0.1:4222, or 0.0.0.0:4222"},
		}
	}
	if port == 0 {
		port = server.RANDOM_PORT
	}
	return host, port, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// password is the one that lies in the folder, made the first time.
func password(dir string) (string, error) {
	file := filepath.Join(dir, "password")
	if data, err := os.ReadFile(file); err == nil && len(strings.TrimSpace(string(data))) >= 16 {
		return strings.TrimSpace(string(data)), nil
	}
	raw := make([]byte, 16)
	_, _ = rand.Read(raw) // never fails
	text := hex.EncodeToString(raw)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", cannot(dir, err)
	}
	if err := os.WriteFile(file, []byte(text+"\n"), 0o600); err != nil {
		return "", cannot(dir, err)
	}
	return text, nil
}
