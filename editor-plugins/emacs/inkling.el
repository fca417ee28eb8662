;;; inkling.el --- Quiet hints for journals and letters  -*- lexical-binding: t; -*-

;; Copyright (C) 2026 The Inkling authors

;; Author: The Inkling authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1") (jot-mode "0.1.0"))
;; Keywords: wp, languages, tools
;; URL: https://inkling.example/
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Lets Eglot or lsp-mode talk to the server, "inkling lsp", in `jot-mode'
;; and in `inkling-lens-mode', the mode of the lens files that hold the hints.
;; The hints are the server's; this file finds it and hands it your settings.
;;
;; To begin: (add-hook 'jot-mode-hook #'inkling-start)

;;; Code:

(require 'cl-lib)
(require 'eieio)
(require 'jot-mode)
(require 'subr-x)

(declare-function eglot-ensure "eglot")
(declare-function eglot--shutdown-requested "eglot")
(declare-function jsonrpc--process "jsonrpc")
(declare-function lsp-deferred "lsp-mode")
(declare-function lsp--workspace-shutdown-action "lsp-mode")
(declare-function lsp-register-client "lsp-mode")
(declare-function lsp-activate-on "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp--workspace-client "lsp-mode")
(declare-function lsp--client-server-id "lsp-mode")

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(defvar lsp-restart)

(defgroup inkling nil
  "Quiet hints for journals and letters."
  :group 'text
  :prefix "inkling-")

(defcustom inkling-server-program nil
  "Path of the Inkling server.
When nil, \"inkling\" is looked for on variable `exec-path', then beside
this file."
  :type '(choice (const :tag "Find it" nil) file))

(defcustom inkling-settings nil
  "Settings handed to the server, as a property list.
For example (:density \"quiet\" :typingPause 2000).  The keys are those
of the file .inkling.json."
  :type '(plist :key-type symbol :value-type sexp))

(defcustom inkling-client 'auto
  "Which client `inkling-start' uses.
With `auto', lsp-mode where it is loaded already, else Eglot where there
is one, else lsp-mode."
  :type '(choice (const auto) (const eglot) (const lsp-mode)))

;;; The server: where it is, whether it fits, when to leave it be

(defconst inkling-version "0.1.0"
  "The version of this package, and of the oldest server it expects.")

(defconst inkling--folder
  (file-name-directory (or load-file-name buffer-file-name default-directory))
  "Where this file is; a server may have been put beside it.")

(defconst inkling--row 60
  "Ends of the server within this many seconds count as in a row.")

(defvar inkling--deaths nil
  "When the server ended without being asked to, newest first.")

(defvar inkling--said nil
  "Sentences said already; each is said once.")

(defvar inkling--checked nil
  "Servers whose version has been looked at.")

(defun inkling--say (format &rest arguments)
  "Say FORMAT with ARGUMENTS in the echo area, once."
  (let ((text (apply #'format format arguments)))
    (unless (member text inkling--said)
      (push text inkling--said)
      (message "Inkling: %s" text))))

(defun inkling--server ()
  "Return the server's path, or nil where there is none."
  (if inkling-server-program
      (let ((file (expand-file-name inkling-server-program)))
        (and (file-executable-p file) (not (file-directory-p file)) file))
    (or (executable-find "inkling")
        (let ((carried (expand-file-name "bin/inkling" inkling--folder)))
          (and (file-executable-p carried) carried)))))

(defun inkling--ready ()
  "Return the server's path where it may be started now, else nil.
A reason to stay silent is told once."
  (let ((server (inkling--server)))
    (cond ((inkling--tired-p) nil)
          ((null server) (inkling--say-missing) nil)
          (t (inkling--compare server) server))))

(defun inkling--say-missing ()
  "Say where the server was looked for in vain."
  (if inkling-server-program
      (inkling--say "there is no program at %s; please mend %s."
                    inkling-server-program 'inkling-server-program)
    (inkling--say "the program \"inkling\" was not found; install it or set %s."
                  'inkling-server-program)))

(defun inkling--compare (server)
  "Say so, once, if SERVER is older than this package."
  (unless (member server inkling--checked)
    (push server inkling--checked)
    (let ((found (inkling--version-of server)))
      (when (and found (version< found inkling-version))
        (inkling--say
         "the server is %s and this package is %s; please update the server."
         found inkling-version)))))

(defun inkling--version-of (server)
  "Return the version of SERVER, or nil."
  (with-temp-buffer
    (when (eql 0 (ignore-errors (call-process server nil t nil "--version")))
      (goto-char (point-min))
      (and (re-search-forward "[0-9]+\\.[0-9]+\\.[0-9]+" nil t)
           (match-string 0)))))

(defun inkling--tired-p ()
  "Return non-nil after three ends of the server in a row."
  (>= (length inkling--deaths) 3))

(defun inkling--note-death ()
  "Remember that the server ended without being asked to."
  (let ((now (float-time)))
    (setq inkling--deaths
          (cons now (cl-remove-if (lambda (then) (> (- now then) inkling--row))
                                  inkling--deaths)))
    (when (inkling--tired-p)
      (inkling--say "the server stopped three times in a row and stays off; \
your text is untouched, M-x inkling-restart tries again."))))

;;;###autoload
(defun inkling-start ()
  "Let the server look at this buffer, by Eglot or lsp-mode.
Made for `jot-mode-hook' and `inkling-lens-mode-hook'; put it on
`markdown-mode-hook' or `text-mode-hook' to have hints there too."
  (interactive)
  (when (inkling--ready)
    (pcase (inkling--client)
      ('eglot (eglot-ensure))
      ('lsp-mode (lsp-deferred))
      (_ (inkling--say "neither Eglot nor lsp-mode is installed.")))))

(defun inkling-restart ()
  "Try the server again after it has been left be."
  (interactive)
  (setq inkling--deaths nil inkling--said nil inkling--checked nil)
  (inkling-start))

(defun inkling--client ()
  "Return the symbol of the client to use, or nil."
  (cond ((not (eq inkling-client 'auto)) inkling-client)
        ((featurep 'lsp-mode) 'lsp-mode)
        ((require 'eglot nil t) 'eglot)
        ((require 'lsp-mode nil t) 'lsp-mode)))

;;; Eglot

(defvar inkling--program nil
  "The server that Eglot was told to start last.")

(defun inkling--contact (&rest _)
  "Return how Eglot reaches the server."
  (setq inkling--program
        (or (inkling--ready) (user-error "Inkling has no server to start")))
  (list inkling--program "lsp"
        :initializationOptions (or inkling-settings (make-hash-table))))

(defun inkling--eglot-ended (server)
  "SERVER has ended; if it is ours and nobody asked it to, remember that.
Eglot has no hook for this, and it is told here before it starts anew."
  (let ((process (jsonrpc--process server)))
    (when (and (processp process)
               (equal (process-command process) (list inkling--program "lsp"))
               (not (eglot--shutdown-requested server)))
      (inkling--note-death)
      (when (inkling--tired-p)
        (inkling--set-slot server 'inhibit-autoreconnect t)))))

(defun inkling--set-slot (object slot value)
  "Set OBJECT's SLOT to VALUE; its class is not known before it is loaded."
  (eieio-oset object slot value))

(with-eval-after-load 'eglot
  (put 'jot-ts-mode 'eglot-language-id "jot")
  (add-to-list 'eglot-server-programs
               '((jot-mode jot-ts-mode inkling-lens-mode) . inkling--contact))
  (advice-add 'eglot--on-shutdown :before #'inkling--eglot-ended))

;;; lsp-mode

(defun inkling--lsp-ended (workspace)
  "Count the end of WORKSPACE's server if it is ours.
After the third, lsp-mode no longer asks whether to start it again."
  (when (and (eq 'inkling
                 (lsp--client-server-id (lsp--workspace-client workspace)))
             (not (lsp--workspace-shutdown-action workspace)))
    (inkling--note-death)
    (when (inkling--tired-p)
      (setq-local lsp-restart 'ignore))))

(with-eval-after-load 'lsp-mode
  (dolist (pair '((jot-mode . "jot") (jot-ts-mode . "jot")
                  (inkling-lens-mode . "inkling-lens")))
    (add-to-list 'lsp-language-id-configuration pair))
  (add-hook 'lsp-after-uninitialized-functions #'inkling--lsp-ended)
  (lsp-register-client
   (make-lsp-client
    :server-id 'inkling
    :new-connection (lsp-stdio-connection
                     (lambda () (list (or (inkling--server) "inkling") "lsp"))
                     (lambda () (and (inkling--server)
                                     (not (inkling--tired-p)))))
    :initialization-options (lambda ()
                              (or inkling-settings (make-hash-table)))
    :activation-fn (lsp-activate-on "jot" "inkling-lens")
    :major-modes '(jot-mode jot-ts-mode inkling-lens-mode))))

;;; Lens files

(defvar inkling-lens-font-lock-keywords
  '(("^\\(lens\\|from\\|set\\|phrase\\|feelings\\|notice\\|hint\\|also hint\\|turn off\\)\\_>"
     . font-lock-keyword-face)
    ("^\\(?:hint\\|notice\\|set\\|phrase\\|lens\\|feelings\\|also hint\\|turn off\\) +\\([[:alnum:]-]+\\)"
     1 font-lock-function-name-face)
    ("^ +\\(says\\|asks\\|from\\|weight\\|only\\|off\\|when\\|but\\|unless\\|with\\|without\\|about\\|level\\|hush\\|fix\\|broad\\|fine\\|near\\)\\_>"
     1 font-lock-builtin-face)
    ("^ +\\(flag\\|pass\\)\\_>.*$" . font-lock-doc-face)
    ("«[^»\n]*»" 0 'underline prepend)
    ("{[a-z]+}" 0 font-lock-variable-name-face prepend)
    ("\\[[^]\n]*\\]" 0 font-lock-type-face prepend)
    ("~[[:alpha:]']+" . font-lock-constant-face)
    ("\\_<[A-Z][A-Z$]+\\_>" . font-lock-type-face))
  "What `inkling-lens-mode' colours.")

(defvar inkling-lens-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?' "w" table)
    (modify-syntax-entry ?- "_" table)
    table)
  "Syntax table of `inkling-lens-mode'.")

;;;###autoload
(define-derived-mode inkling-lens-mode prog-mode "Lens"
  "Major mode for the files that hold Inkling's hints."
  (setq-local font-lock-defaults '(inkling-lens-font-lock-keywords))
  (setq-local comment-start "# " comment-end "")
  (setq-local comment-start-skip "#+[ \t]*")
  (setq-local indent-tabs-mode nil)
  (setq-local outline-regexp "\\(?:hint\\|notice\\|set\\|phrase\\|feelings\\) ")
  (setq-local imenu-generic-expression
              '(("Hints" "^\\(?:also \\)?hint +\\(.+\\)$" 1)
                ("Notices" "^notice +\\(.+\\)$" 1)
                ("Sets" "^\\(?:set\\|phrase\\) +\\([[:alnum:]-]+\\)" 1))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.lens\\'" . inkling-lens-mode))

(provide 'inkling)
;;; inkling.el ends here
